"""Addresses of publications: what of one is written, what tells two apart, whose page it leads to."""

import pytest
from moeiwatch.data.web_addresses import (
    archived_address,
    is_archived,
    leads_on,
    plain_address,
    publisher_host,
    written_address,
)

PAGE = "https://paper.example/2026/gates"


@pytest.mark.parametrize(
    ("address", "written"),
    [
        (f" {PAGE} ", PAGE),
        (f"{PAGE}?utm_source=x&utm_medium=y", PAGE),
        (f"{PAGE}?id=5&fbclid=a%20b&page=2", f"{PAGE}?id=5&page=2"),
        (f"{PAGE}?q=a+b%2Fc", f"{PAGE}?q=a+b%2Fc"),
        (f"{PAGE}?utm=1&q", f"{PAGE}?utm=1&q"),
        (f"{PAGE}#:~:text=opened%20today", PAGE),
        (f"{PAGE}#part-2", f"{PAGE}#part-2"),
        ("HTTPS://WWW.Paper.Example:443/A", "https://www.paper.example/A"),
        ("http://paper.example:8080/a", "http://paper.example:8080/a"),
        (f"https://www.google.com/url?sa=t&url={PAGE}&ved=1", PAGE),
        (f"https://l.facebook.com/l.php?u={PAGE}%3Ffbclid%3D1&h=2", PAGE),
        ("https://www.google.com/url?q=javascript:x", "https://www.google.com/url?q=javascript:x"),
        ("http://[broken", "http://[broken"),
        ("", ""),
    ],
)
def test_what_is_written(address, written):
    assert written_address(address) == written
    assert written_address(written) == written


@pytest.mark.parametrize(
    ("address", "host"),
    [
        (PAGE, "paper.example"),
        ("https://www.paper.example/", "paper.example"),
        ("https://doi.org/10.1234/x", ""),
        ("http://dx.doi.org/10.1234/x", ""),
        ("https://hdl.handle.net/1/2", ""),
        ("https://t.co/abc", ""),
        ("https://news.google.com/articles/x", ""),
        ("https://archive.ph/AbCd", ""),
        ("https://archive.org/details/report", ""),
        (f"https://web.archive.org/web/20260305000000/{PAGE}", "paper.example"),
        (f"https://web.archive.org/web/2026/{PAGE.replace('//', '/')}", "paper.example"),
        (f"https://archive.today/2026.03.05/{PAGE}", "paper.example"),
        ("http://[broken", ""),
        (None, ""),
        (5, ""),
    ],
)
def test_the_host_of_a_publisher(address, host):
    assert publisher_host(address) == host


def test_archives_and_links_that_pass_on():
    copy = f"https://web.archive.org/web/2026/{PAGE}?a=1"
    assert (is_archived(copy), archived_address(copy)) == (True, f"{PAGE}?a=1")
    assert (is_archived(PAGE), archived_address(f"{PAGE}/https://other.example/")) == (False, "")
    assert [leads_on(url) for url in ("https://t.co/x", "https://www.bit.ly/x", PAGE)] == [True, True, False]


def test_what_tells_two_apart():
    same = ["http://www.Paper.example/a/", "https://paper.example/a#x", "https://paper.example/a?utm_id=1"]
    assert {plain_address(address) for address in same} == {"paper.example/a"}
    assert plain_address("https://paper.example/a?id=1") != plain_address("https://paper.example/a?id=2")
