"""An archive of the first months of another. Usage: first_months.py ARCHIVE NUMBER OUT"""

import sys
import zipfile

archive, number, out = sys.argv[1:]
with zipfile.ZipFile(archive) as files, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fewer:
    names = sorted(name for name in files.namelist() if name.endswith("-street.csv"))
    months = sorted({name.split("/")[0] for name in names})[: int(number)]
    for name in names:
        if name.split("/")[0] in months:
            fewer.writestr(name, files.read(name))
