"""How tests look into a programme file: its criteria, steps and organs."""

from tests.programmes.files import mappings


def criteria(found, name):
    """How many criteria each group has."""
    return [len(group["nodes"]) for group in found["criteria"][name]["groups"]]


def ids(found, name):
    return [node["id"] for group in found["criteria"][name]["groups"] for node in group["nodes"]]


def nodes(found, name):
    """Every node of a set by id, those inside others too."""
    groups = found["criteria"][name]["groups"]
    return {node["id"]: node for node in mappings(groups) if "kind" in node}


def step(found, workflow, name):
    outline = found["workflows"][workflow]
    steps = [*outline["steps"], *(s for block in outline["uses"] for s in found["blocks"][block])]
    return next(each for each in steps if each["step"] == name)


def organs(found, role, subject):
    """The organ selectors of the first rule of a role for a subject kind, as (organ, of)."""
    rules = found["roles"][role]["rules"]
    rule = next(r for r in rules if not r.get("subjects") or subject in r["subjects"])
    return [(organ["organ"], organ.get("of", "self")) for organ in rule["organs"]]
