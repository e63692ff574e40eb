"""The real pages in a real browser, on the real program with its pretend devices.

LECTERN_BINARY        the program (default: .build/debug/lectern); started by the tests, on a free port, in a new folder
LECTERN_URL           a machine that runs already, instead; LECTERN_PRETEND_URL is its bench
LECTERN_CHROMIUM      the browser (default: /usr/bin/chromium)
LECTERN_PICTURES=1    also writes docs/screens/*.png
"""
import os
import pathlib
import subprocess
import tempfile
import threading

import pytest
from playwright.sync_api import sync_playwright

from machine import Bench, Machine

ROOT = pathlib.Path(__file__).resolve().parents[2]
READY = "Lectern is ready at "
BENCH = "Bench: "


def start(*options):
    """Starts the program; yields its machine as soon as it says that it is ready, and ends it afterwards."""
    binary = ROOT / os.environ.get("LECTERN_BINARY", ".build/debug/lectern")
    if not binary.exists():
        pytest.fail(f"{binary} is missing: build it, or name it in LECTERN_BINARY")
    with tempfile.TemporaryDirectory() as folder:
        command = [str(binary), "run", "--pretend", *options, "--port", "0", "--data", folder]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        watchdog = threading.Timer(60, process.kill)
        watchdog.start()
        said, url, bench = [], None, None
        for line in process.stdout:
            said.append(line)
            url = line.split(READY)[1].strip() if READY in line else url
            bench = line.split(BENCH)[1].strip() if BENCH in line else bench
            if url and bench:
                break
        watchdog.cancel()
        if not (url and bench):
            process.kill()
            pytest.fail("the program did not say that it is ready:\n" + "".join(said))
        drain = threading.Thread(target=process.stdout.read, daemon=True)  # a full pipe would stop the program
        drain.start()
        try:
            yield Machine(url, bench, process)
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@pytest.fixture(scope="module")
def machine():
    """One machine for a file of tests: what one file borrows is on the shelf again for the next."""
    if url := os.environ.get("LECTERN_URL"):
        url = url.rstrip("/")
        yield Machine(url, os.environ.get("LECTERN_PRETEND_URL", f"{url}/pretend"))
    else:
        yield from start()


@pytest.fixture(scope="module")
def hurried_machine():
    """The same machine with 3 s of patience and a warning of 3 s."""
    yield from start("--pretend-fast")


@pytest.fixture(scope="module")
def slow_disk_machine():
    """A machine whose every commit takes 50 ms, and thirty books to borrow."""
    yield from start("--pretend-slow-disk", "50", "--pretend-books", "32")


@pytest.fixture
def short_lived_machine():
    """A machine of the test's own, which it may kill."""
    yield from start()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        path = os.environ.get("LECTERN_CHROMIUM", "/usr/bin/chromium")
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser):
    """One person's browser: no page may report a fault of its own, a refused script or a missing file."""
    context = browser.new_context(viewport={"width": 1080, "height": 1920})
    context.set_default_timeout(15_000)
    faults = []
    context.on("weberror", lambda fault: faults.append(str(fault.error)))
    context.on("console", lambda line: faults.append(line.text) if "Content Security Policy" in line.text else None)
    yield context
    context.close()
    assert faults == []


@pytest.fixture
def bench(context, machine):
    """The bench, with everything put away, and the kiosk waiting for someone."""
    bench = Bench.open(context, machine)
    bench.start_again()
    yield bench
    bench.start_again()


@pytest.fixture
def kiosk(context, bench, machine):
    return machine.open_kiosk(context)
