"""Ways to spoil a tape, each from a seeded generator: cells, lines, quotes, encodings, columns, files."""

from __future__ import annotations

import csv
import gzip
import io

from tests.tape import made

CELLS = [
    "", " ", "x", "0", "-1", "1.005", "1,000", "១២៣", "12.5", "1e5", "nan", "inf", "99999999999999999999", "10000000000000.01",
    "2020-02-30", "1978-12-31", "2101-01-01", "30/06/2020", "44012", "2020-06-30 00:00:00", "usd", "EUR", "true", "TRUE", "maybe",
    "999999", "10201", '"', '""', "a\tb", "៛", "\u200b", "L1", "L9", "A", "Z", "'; DROP TABLE loans; --", "=1+1", "{field}", "%s", "\\",
]  # fmt: skip
BYTES = [
    b"\xff",
    b"\x00",
    b"\r",
    b'"',
    b",",
    b"\n",
    b"\xe1\x9e",
    b"\xef\xbb\xbf",
    b"\xf0\x9f\x98\x80",
    b"\x1a",
    b";",
    b"\x85",
    b"\xe2\x80\xa8",
]


def named(number):
    """The book with institutions of its own, so that many tapes can be read together."""
    book = {}
    for table in made.BOOK:
        found = made.rows(table)
        for row in found:
            if "institution_id" in row:
                row["institution_id"] = f"{row['institution_id']}{number}"
        book[table] = _written(list(found[0]), [list(r.values()) for r in found])
    return {table: content.encode() for table, content in book.items()}


def _written(header, rows):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([header, *rows])
    return out.getvalue()


def _cells(content):
    header, *rows = csv.reader(io.StringIO(content.decode("utf-8", "replace"), newline=""))
    return header, rows


def cell(random, content):
    header, rows = _cells(content)
    if rows:
        row = random.choice(rows)
        row[random.randrange(len(row))] = random.choice(CELLS)
    return _written(header, rows).encode()


def column_of_cells(random, content):
    """One column as a whole in another spelling: what repairs are for, and what spoils them."""
    header, rows = _cells(content)
    place = random.randrange(len(header))
    spell = random.choice([str.upper, lambda v: f" {v} ", lambda v: v.translate(str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")),
                           lambda v: "/".join(reversed(v.split("-"))), lambda v: f"{v} 00:00:00", lambda v: "44012" if v else v,
                           lambda v: f"1,{v}", lambda v: v[:0]])  # fmt: skip
    for row in rows:
        if place < len(row):
            row[place] = spell(row[place])
    return _written(header, rows).encode()


def line(random, content):
    lines = content.split(b"\n")
    place = random.randrange(len(lines))
    kind = random.randrange(7)
    if kind == 0:
        del lines[place]
    elif kind == 1:
        lines.insert(place, lines[place])
    elif kind == 2:
        lines.insert(place, random.choice([b"", b"   ", b",,,,", b"#", b"end of file"]))
    elif kind == 3:
        lines[place] = lines[place][: random.randrange(len(lines[place]) + 1)]
    elif kind == 4:
        lines[place : place + 2] = [b"".join(lines[place : place + 2])]
    elif kind == 5:
        lines[place] += b"," * random.randrange(1, 4)
    else:
        random.shuffle(lines)
    return b"\n".join(lines)


def octets(random, content):
    place = random.randrange(len(content) + 1)
    return content[:place] + random.choice(BYTES) + content[place + random.randrange(2) :]


def quotes(random, content):
    for _ in range(random.randrange(1, 4)):
        place = random.randrange(len(content) + 1)
        content = content[:place] + b'"' + content[place:]
    return content


def encoding(random, content):
    words = content.decode("utf-8", "replace")
    return random.choice(
        [
            lambda: words.encode("utf-16"),
            lambda: words.encode("latin-1", "replace"),
            lambda: b"\xef\xbb\xbf" + content,
            lambda: content.replace(b"\n", b"\r\n"),
            lambda: content.replace(b"\n", b"\r"),
            lambda: content.replace(b",", b";"),
            lambda: content.replace(b",", b"\t"),
            lambda: content.rstrip(b"\n"),
            lambda: content + b"\n\n",
        ]
    )()


def columns(random, content):
    header, rows = _cells(content)
    place = random.randrange(len(header))
    kind = random.randrange(6)
    if kind == 0:
        header, rows = header[:place] + header[place + 1 :], [r[:place] + r[place + 1 :] for r in rows]
    elif kind == 1:
        header, rows = [*header, header[place]], [[*r, ""] for r in rows]
    elif kind == 2:
        header[place] = random.choice([" " + header[place].upper() + " ", "extra", "", header[place].replace("_", " ")])
    elif kind == 3:
        header, rows = ["note", *header], [["n", *r] for r in rows]
    elif kind == 4:
        order = list(range(len(header)))
        random.shuffle(order)
        header, rows = [header[i] for i in order], [[r[i] for i in order] if len(r) == len(order) else r for r in rows]
    else:
        header, rows = [*header, ""], [[*r, "odd"] for r in rows]
    return _written(header, rows).encode()


def cut(random, content):
    return content[: random.randrange(len(content) + 1)]


KINDS = [cell, cell, cell, column_of_cells, line, line, octets, octets, quotes, encoding, columns, cut]


def spoilt(random, book):
    """The files of a spoilt tape: name -> bytes."""
    files = {f"{t}.csv": content for t, content in book.items()}
    for _ in range(random.randrange(1, 4)):
        name = random.choice(sorted(files))
        if files[name]:
            try:
                files[name] = random.choice(KINDS)(random, files[name])
            except (csv.Error, ValueError, IndexError):  # too spoilt already for a change of this kind
                files[name] = octets(random, files[name])
    return _files(random, files)


def _files(random, files):
    kind = random.randrange(30)
    name = random.choice(sorted(files))
    if kind == 0:
        del files[name]
    elif kind == 1:
        files[name] = b""
    elif kind == 2:
        files[f"{name}.gz"] = gzip.compress(files.pop(name), mtime=0)
    elif kind == 3:
        packed = gzip.compress(files.pop(name), mtime=0)
        files[f"{name}.gz"] = packed[: random.randrange(len(packed))]
    elif kind == 4:
        files[name.removesuffix(".csv") + ".parquet"] = random.choice([b"", b"PAR1", files[name]])
    elif kind == 5:
        files["instalments.csv"] = files[name]
    elif kind == 6:
        files["cover.csv"] = random.choice(
            [b"table,rows\nloans,3\n", b"table,rows,principal\nloans,4,1\n", b"rubbish", b"", b"table\n\xff"]
        )
    return files
