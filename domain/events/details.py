"""The records that acts on a case hold, payload of the command and of the event alike; they stand in `acts/`."""

from __future__ import annotations

from domain.events.acts.appraising import *  # noqa: F403 -- a new act is one file, not two
from domain.events.acts.assessing import *  # noqa: F403 -- a new act is one file, not two
from domain.events.acts.deciding import *  # noqa: F403 -- a new act is one file, not two
from domain.events.acts.petitioning import *  # noqa: F403 -- a new act is one file, not two
from domain.events.acts.preparing import *  # noqa: F403 -- a new act is one file, not two
from domain.events.acts.revoking import *  # noqa: F403 -- a new act is one file, not two
from domain.events.acts.submitting import *  # noqa: F403 -- a new act is one file, not two
from domain.events.base import Level  # noqa: F401 -- a name of these records
