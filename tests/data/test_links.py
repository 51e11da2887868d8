"""Looking at addresses, against a server on this machine."""

import http.server
import socket
import threading
import urllib.parse

import pytest
from moeiwatch.data.contents import read_contents
from moeiwatch.data.links.looking import Look, look
from moeiwatch.data.links.telling import addresses, link_problems, look_summary
from moeiwatch.data.links.visiting import Answer, is_public, visitor
from moeiwatch.data.problems import WARNING
from sample_geodata import small_files, write_files


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers by path: /404 with that status, /slow never, /to/X leads to X, /head refuses HEAD."""

    def do_GET(self):
        self.server.asked.append((self.command, self.path, self.headers.get("User-Agent")))
        kind, _, rest = urllib.parse.unquote(self.path).lstrip("/").partition("/")
        if kind == "slow":
            self.server.ended.wait(30)
            return
        status = int(kind) if kind.isdigit() else 405 if kind == "head" and self.command == "HEAD" else 200
        kind, rest = ("moved", "/slash/") if self.path == "/slash" else (kind, rest)
        self.send_response({"to": 302, "moved": 301}.get(kind, status))
        if kind in ("to", "moved"):
            self.send_header("Location", rest.replace("PORT", str(self.server.server_port)))
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def server():
    """Return a server on a free port of this machine."""
    made = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.asked, made.ended = [], threading.Event()
    made.home = f"http://127.0.0.1:{made.server_port}"
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield made
    made.ended.set()
    made.shutdown()
    made.server_close()


def local(address):
    return address == "127.0.0.1"


@pytest.fixture
def visit():
    return visitor(allowed=local, read_s=0.3)


@pytest.mark.parametrize(
    ("path", "kind", "status"),
    [
        ("/", "there", 200),
        ("/404", "gone", 404),
        ("/410", "gone", 410),
        ("/403", "refused", 403),
        ("/429", "busy", 429),
        ("/500", "failing", 500),
        ("/418", "wrong", 418),
        ("/head", "there", 200),
        ("/to//", "there", 200),
        ("/moved//other", "moved", 200),
        ("/moved//404", "gone", 404),
        ("/to//to//404", "gone", 404),
        ("/slow", "silent", 0),
    ],
)
def test_what_a_server_says(server, visit, path, kind, status):
    answer = visit(server.home + path)
    assert (answer.kind, answer.status) == (kind, status)


def test_head_is_enough_where_it_is_answered_well(server, visit):
    visit(server.home + "/")
    assert [command for command, *_ in server.asked] == ["HEAD"]
    visit(server.home + "/404")
    assert [command for command, *_ in server.asked] == ["HEAD", "HEAD", "GET"]
    assert {agent.split(" ")[0] for *_, agent in server.asked} == {"moei-watch-check"}


def test_a_page_that_has_moved_is_named(server, visit):
    assert visit(server.home + "/moved//other").to == server.home + "/other"
    assert visit(server.home + "/slash").kind == "there", "a slash at the end is no move"


@pytest.mark.parametrize(
    "target",
    ["http://10.0.0.1/", "http://169.254.169.254/latest", "http://[::1]:PORT/", "http://localhost.private/"],
)
def test_a_redirect_into_a_private_network_is_not_followed(server, visit, target, monkeypatch):
    asked = socket.getaddrinfo

    def resolve(host, *rest, **given):
        return asked("10.1.2.3" if host == "localhost.private" else host, *rest, **given)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    assert visit(f"{server.home}/to/{target}").kind == "private"


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://a.example/", "javascript:alert(1)", "http://a@b/"]
)
def test_a_redirect_to_what_is_no_web_page_is_not_followed(server, visit, target):
    assert visit(f"{server.home}/to/{target}").kind == "wrong"


def test_a_redirect_in_a_circle_ends(server, visit):
    circle = "/to/" * 20
    assert visit(server.home + circle).kind == "wrong"
    assert len(server.asked) <= 14


def test_this_machine_is_not_asked(server):
    assert visitor()(server.home + "/").kind == "private"
    assert server.asked == []


def test_a_name_that_changes_its_address_is_not_asked(server, monkeypatch):
    """The name leads to a public address when it is looked at, and to this machine when it is used."""
    asked, told = socket.getaddrinfo, iter(["93.184.215.14"])
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *rest, **given: asked(next(told, "127.0.0.1"), *rest, **given)
    )
    address = f"http://public.example:{server.server_port}/"
    assert visitor()(address).kind == "private"
    assert server.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "10.0.0.1",
        "192.168.1.1",
        "172.16.0.1",
        "127.0.0.1",
        "0.0.0.0",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "::1",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a9fe:a9fe",
        "2002:0a00:0001::1",
        "no address",
        "",
    ],
)
def test_addresses_that_are_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:1.1.1.1"]
)
def test_addresses_that_are_public(address):
    assert is_public(address)


def no_name(*_, **__):
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


def test_a_host_that_nobody_knows(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", no_name)
    assert visitor()("https://no-such-host.example/").kind == "unknown"


def test_a_closed_port_is_out_of_reach(visit):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert visit(f"http://127.0.0.1:{port}/").kind == "unknown"


def test_without_a_network_one_line_says_so(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", no_name)
    found = look([f"https://{n}.example/" for n in range(40)], visit=visitor(), seconds=20, pause_s=0)
    assert (found.no_network, found.answers) == (True, [])
    assert look_summary(found).startswith("Addresses: not looked at, since no host can be reached")


def test_one_dead_host_among_others_is_no_missing_network():
    def visit(address):
        return Answer(address, "there" if "7" in address else "unknown")

    found = look([f"https://{n}.example/" for n in range(8)], visit=visit, seconds=20, pause_s=0)
    assert (found.no_network, len(found.answers)) == (False, 8)
    few = look(["https://a.example/", "https://b.example/"], visit=visit, seconds=20, pause_s=0)
    assert [answer.kind for answer in few.answers] == ["unknown", "unknown"]


def test_the_time_is_kept(server):
    slow = visitor(allowed=local, read_s=30)
    addresses = [f"{server.home}/slow/{n}" for n in range(3)]
    found = look(addresses, visit=slow, seconds=0.2, pause_s=0)
    assert (found.answers, found.left) == ([], 3)
    assert "3 were not looked at for want of time" in look_summary(found)


def test_hosts_beside_each_other_and_the_pages_of_one_in_a_row():
    together, most, lock = {}, {}, threading.Lock()
    both = threading.Barrier(2, timeout=20)

    def visit(address):
        host = address.split("/")[2]
        with lock:
            together[host] = together.get(host, 0) + 1
            most[host] = max(most.get(host, 0), together[host])
        both.wait()
        with lock:
            together[host] -= 1
        return Answer(address, "there", 200)

    pages = [f"https://{host}.example/{n}" for n in range(4) for host in "ab"]
    found = look(pages, visit=visit, seconds=20, pause_s=0)
    assert [answer.address for answer in found.answers] == pages
    assert most == {"a.example": 1, "b.example": 1}


def test_a_host_that_asks_for_it_is_left_alone():
    asked = []

    def visit(address):
        asked.append(address)
        return Answer(address, "busy", 429)

    found = look([f"https://a.example/{n}" for n in range(5)], visit=visit, seconds=20, pause_s=0)
    assert (len(asked), found.left) == (1, 4)


def test_problems_are_warnings_at_the_line_of_the_address(tmp_path):
    contents = read_contents(write_files(tmp_path, small_files()))
    listed = list(addresses(contents))
    assert listed
    record, path, address = listed[0]
    found = Look([Answer(address, "gone", 404)])
    (problem,) = link_problems(contents, found)
    assert (problem.severity, problem.record, problem.file) == (WARNING, record.id, "sources.json")
    assert problem.line is not None
    assert "not there any more (404)" in problem.message
    assert link_problems(contents, found, only=set()) == []
    assert next(addresses(contents, only={record.id})) == (record, path, address)
    assert link_problems(contents, Look([Answer(address, "refused", 403)])) == []
