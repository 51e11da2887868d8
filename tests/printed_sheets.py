"""How a page comes out of the printer."""

import re

from playwright.sync_api import Page


def sheets(page: Page) -> int:
    """Return on how many sheets a page is printed."""
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))
