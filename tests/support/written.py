"""Files that are written on demand, as the bytes they have."""

from pathlib import Path
from tempfile import TemporaryDirectory

from documents.files.whole_folder import write_folder


def written(files):
    with TemporaryDirectory() as above:
        write_folder(Path(above) / "files", files, "test")
        return {name: (Path(above) / "files" / name).read_bytes() for name in files}
