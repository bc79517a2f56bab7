"""Sphinx reads this: pages in MyST, the furo theme, nothing fetched from anywhere."""

from matchmaker.version import __version__

project = "matchmaker"
author = "the matchmaker maintainers"
version = release = __version__

extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence", "deflist", "smartquotes"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
nitpicky = True

html_theme = "furo"
html_title = f"matchmaker {__version__}"
html_copy_source = False
html_show_copyright = False
html_static_path = ["_static"]
html_css_files = ["pages.css"]
