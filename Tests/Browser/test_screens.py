"""Every screen there is, in every language, upright and across: for eyes, for fingers and for screen readers."""
import os
import pathlib

import pytest
from axe_playwright_python.sync_playwright import Axe

from machine import Bench

HERE = pathlib.Path(__file__).resolve().parent
PICTURES = HERE.parents[1] / "docs" / "screens"
SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
EXPECTED = {"starting", "attract", "books", "pin", "borrow", "return", "receipt", "goodbye", "outOfOrder"}


def every_screen(context, machine, language, layout):
    """Shows one screen after the other in one page, which has the size of the panel."""
    page = context.new_page()
    width, height = SIZES[layout]
    page.set_viewport_size({"width": width, "height": height})
    for name in [*machine.screens(), "borrow+warning"]:
        machine.open_sample(page, name, language, layout)
        yield name, page


def violations(page):
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
    return [f"{fault['id']}: {node['html'][:120]}" for fault in found for node in fault["nodes"]]


def test_every_kind_of_screen_has_a_sample(machine):
    assert EXPECTED <= {name.split("-")[0] for name in machine.screens()}


@pytest.mark.parametrize("layout", SIZES)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_leaves_its_box_and_everything_can_be_pressed(context, machine, language, layout):
    measure = (HERE / "measure.js").read_text(encoding="utf-8")
    complaints = {}
    for name, page in every_screen(context, machine, language, layout):
        if found := page.evaluate(measure):
            complaints[name] = found
    assert complaints == {}


@pytest.mark.parametrize("layout", SIZES)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_by_day_and_by_night(context, machine, language, layout):
    complaints = {}
    for name, page in every_screen(context, machine, language, layout):
        found = violations(page)
        page.evaluate("document.documentElement.dataset.theme = 'night'")
        page.wait_for_timeout(200)  # colours change slowly enough to be measured half way
        found += [f"night: {line}" for line in violations(page)]
        if found:
            complaints[name] = found
    assert complaints == {}


@pytest.mark.parametrize("language, direction", [("en", "ltr"), ("ar", "rtl")])
def test_every_screen_has_one_heading_a_title_and_its_language(context, machine, language, direction):
    for name, page in every_screen(context, machine, language, "portrait"):
        is_over = page.locator(".over").is_visible()
        assert page.locator("main h1:visible").count() == 1, name
        assert page.locator("main h1:visible").inner_text().strip() != "", name
        assert page.title() not in ("", "Lectern"), name
        assert page.locator("html").get_attribute("lang") == language, name
        assert page.locator("html").get_attribute("dir") == direction, name
        assert is_over == ("warning" in name), name
        assert page.evaluate("document.querySelector('main').inert") == is_over, name


def test_the_bench_is_for_everyone_too(context, machine):
    bench = Bench.open(context, machine)
    bench.start_again()
    assert violations(bench.page) == []
    bench.put(bench.books()[0])
    assert violations(bench.page) == []
    bench.start_again()
    fits = "document.documentElement.scrollWidth <= innerWidth && document.body.scrollHeight <= innerHeight"
    assert bench.page.evaluate(fits)


@pytest.mark.skipif(os.environ.get("LECTERN_PICTURES") != "1", reason="pictures are made when LECTERN_PICTURES=1")
def test_the_pictures_of_the_handbook_are_made_anew(context, machine):
    PICTURES.mkdir(parents=True, exist_ok=True)
    for language, layout in (("en", "portrait"), ("en", "landscape"), ("ar", "portrait")):
        for name, page in every_screen(context, machine, language, layout):
            page.evaluate("document.activeElement?.blur()")
            page.screenshot(path=PICTURES / f"{name}-{language}-{layout}.png")
    bench = Bench.open(context, machine)
    bench.start_again()
    for id in bench.books()[:3]:
        bench.put(id)
    bench.page.wait_for_timeout(1000)
    bench.page.screenshot(path=PICTURES / "bench.png")
    bench.start_again()
    assert len(list(PICTURES.glob("*.png"))) > len(machine.screens())
