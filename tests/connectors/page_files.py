"""Pages of a parliament's website as browsers save them, written by the tests."""

MEMBERS = [
    ("Example, Hon Āroha", "Kauri Party", "Tahi North"),
    ("van Example, Dr Bill ", "Rimu Party", "List"),
    ("Example-Ngata, Mere", "Independent - not party affiliated", "Ōtahi"),
]
_HEAD = """<!DOCTYPE html>
<!-- saved from url=(0036)https://parliament.tahi.example/mps/ -->
<html lang="en" class="js"><head><meta charset="{0}"><title>Members of Parliament</title>
<script>var challenge = "captcha";</script></head>"""
_AROUND = """<body><nav><ul><li><a href="/en/">Home</a></li><li><a href="/mi/">Kāinga</a></li></ul>
</nav><h1>Members of Parliament</h1><span class="listing-result">{0}</span>
<table class="table--list"><thead><tr><th class="list__header"></th>
<th class="list__header"><a href="?column=Name" class="list__column-label">
    Surname, Firstname
</a></th><th class="list__header"><a href="?column=Party">Party</a></th>
<th class="list__header">Electorate</th></tr></thead><tbody>"""
_ROW = """
<tr class="list__row hot js-hot">
  <td class="list__cell"><div class="figure"><img src="./m_files/a.jpg" alt="{0}"></div></td>
  <td class="list__cell"><div class="list__cell-body">
    <a href="/mps/example/" class="list__cell-heading" title="{0}">
      {0}
    </a></div></td>
  <td class="list__cell"><div class="list__cell-text">
      {1}
    </div></td>
  <td class="list__cell"><div class="list__cell-text">{2}</div></td>
</tr>"""
_TABLE_OF_DATES = (
    "<table><tr><th>Sitting</th><th>Day</th></tr><tr><td>1</td><td>2</td></tr></table>"
)


def page_of(body):
    return f"<!doctype html><html><body>{body}</body></html>".encode()


def members_page(rows, encoding="utf-8", shown="1 - 3 of 3"):
    """Write the page of a member list with the markup that New Zealand's Parliament uses."""
    listed = f"Displaying {shown}" if shown else ""
    around = _AROUND.format(listed)
    if encoding != "utf-8":
        around = around.replace("ā", "a")
    body = "".join(_ROW.format(*row) for row in rows)
    page = f"{_HEAD.format(encoding)}{around}{body}</tbody></table>{_TABLE_OF_DATES}</body></html>"
    return page.encode(encoding)
