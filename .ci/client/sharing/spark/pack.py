"""Packs tables and rows for the test kit, the same for the same files. Usage: pack.py TABLES ROWS ARCHIVE"""
import pathlib
import sys
import zipfile

tables, rows, archive = (pathlib.Path(given) for given in sys.argv[1:])
with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
    for prefix, folder in (("tables", tables), ("rows", rows)):
        for file in sorted(folder.rglob("*")):
            # Checksums of Hadoop's are no part of a table.
            if file.is_file() and file.suffix != ".crc":
                entry = zipfile.ZipInfo(f"{prefix}/{file.relative_to(folder).as_posix()}", (2026, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                packed.writestr(entry, file.read_bytes())
