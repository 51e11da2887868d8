"""The page for people who look: ``streamlit run dashboard/app.py`` from the root of the repository."""

from datetime import date

import streamlit as st
from moeiwatch.analysis.newest import newest_date
from moeiwatch.views import library
from moeiwatch.views.actors_page import show_actors
from moeiwatch.views.address import read_view
from moeiwatch.views.building import show_building
from moeiwatch.views.changes_page import show_changes
from moeiwatch.views.cite import show_cite
from moeiwatch.views.compounds import show_compounds
from moeiwatch.views.events import show_events
from moeiwatch.views.map import show_map
from moeiwatch.views.method_page import show_method
from moeiwatch.views.nationalities_page import show_nationalities
from moeiwatch.views.privacy_page import show_privacy
from moeiwatch.views.river_page import show_river
from moeiwatch.views.shell import MORE, keep_pages, show_foot, show_site_banner, show_style, show_top
from moeiwatch.views.sources_page import show_sources
from moeiwatch.views.workbench_page import show_workbench

pages = {
    "map": st.Page(show_map, title="Map", default=True),
    "compounds": st.Page(show_compounds, title="Compounds", url_path="compounds"),
    "building": st.Page(show_building, title="Construction", url_path="construction"),
    "events": st.Page(show_events, title="Events", url_path="events"),
    "nationalities": st.Page(show_nationalities, title="Nationalities", url_path="nationalities"),
    "river": st.Page(show_river, title="River", url_path="river"),
    "sources": st.Page(show_sources, title="Sources", url_path="sources"),
    "actors": st.Page(show_actors, title="Actors", url_path="actors"),
    "method": st.Page(show_method, title="Method", url_path="method"),
    "changes": st.Page(show_changes, title="What changed", url_path="changes"),
    "workbench": st.Page(show_workbench, title="Workbench", url_path="workbench"),
    "privacy": st.Page(show_privacy, title="Privacy", url_path="privacy"),
}
page = st.navigation(list(pages.values()), position="hidden")
site = library.settings().title
title = site if page == pages["map"] else f"{page.title} | {site}"
st.set_page_config(page_title=title, layout="wide", initial_sidebar_state="collapsed")
keep_pages(pages)
show_style()
if st.context.is_embedded:  # ?embed=true: in a frame on a page of somebody else, without the app around it
    page.run()
    st.stop()
show_top(read_view(), newest=newest_date(library.geodata().layers, as_of=date.today()), page=page.title)
show_site_banner()
page.run()
if page not in [pages[name] for name in MORE]:
    with st.container(horizontal=True, key="mw-cite"):
        show_cite(data=library.geodata(), page=page.title)
show_foot(library.geodata())
