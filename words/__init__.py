"""How it is said: the ground floor. Nothing that a person reads is spelled anywhere else.

`vi.po` and `en.po` are gettext catalogues; a msgid is a stable key (`refusal.no_mandate`,
`column.unit_name`, `field.until`, `field.until.hint`, `verb.appraise`), and English is a translation
like Vietnamese. Both have the same keys, in alphabetical order, with the same `{placeholders}`.

    from words.language import say, find          say("column.unit_name", "vi") == "Đơn vị"
    from words.kinds import person, organ, stage  domain: refusal("no_mandate", person=person("kt-09"))
    from words.sentences import sentence, shown   sentence(refusal, "vi", names); shown(value, "date", "vi")
    from words.tables import Column, Table        Column("due_on", "date").title("vi") == "Hạn"
    from words.values import HOME, day, share     values by Babel; the one time zone
    from words.days import read_day               the one reader of a typed day

A refusal keeps a code and values that say what they are (`words.kinds.Said`); `sentence` makes them
words. What has a name of its own (a person, a unit, a programme) is asked of `names`, a callable
`(kind, code, language) -> str | None` that a face or the application gives; what a programme file
labels brings its label along (`stage(code, label)`); the rest is a key `<kind>.<code>` here. The rooms
below the faces import `words.kinds` alone: they say what a value is, never how it reads.

`words.kinds.because(key, **values)` is a reason without a code of its own: what is wrong with a file, or why
a payload does not fit. `Column("number", word="revoking_number")` takes another word than its name's, `Column("i1",
label=node)` the words that data have for it.

A new word: one entry in each of the two files, then `python -m scripts.words` sorts them.
"""
