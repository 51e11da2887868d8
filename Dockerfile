# The app in a container: docker build -t moei-watch . && docker run --rm -p 8501:8501 moei-watch
# Under a path of a proxy: -e STREAMLIT_SERVER_BASE_URL_PATH=moei (the health check does not see an argument)
# Where only folders of its own may be written: --read-only --tmpfs /tmp --tmpfs /srv/moei/dashboard/static/page
FROM python:3.13-slim

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 \
    STREAMLIT_SERVER_HEADLESS=true STREAMLIT_SERVER_ADDRESS=0.0.0.0 STREAMLIT_SERVER_PORT=8501 \
    STREAMLIT_SERVER_FILE_WATCHER_TYPE=none STREAMLIT_LOGGER_HIDE_WELCOME_MESSAGE=true

RUN useradd --create-home --uid 10001 moei
WORKDIR /srv/moei

# pytest is for those who change the code, not for those who look.
COPY requirements.txt .
RUN grep -v '^pytest' requirements.txt > run.txt && pip install -r run.txt && rm run.txt

COPY .streamlit .streamlit
COPY geodata geodata
COPY dashboard dashboard
# What changed, from a release of the data, if it lies beside geodata/: the image has no git history.
COPY LICENSE README.md changes.jso[n] ./

# The map page is built once here: broken data or code fails the build, and the first reader of this day waits less.
# Whoever the app runs as may build it anew on another day; everything else may only be read.
RUN mkdir -p dashboard/static/page && chmod -R a+rX . && chmod 1777 dashboard/static/page
USER 10001
RUN python -c "import sys; sys.path.insert(0, 'dashboard'); from moeiwatch.views.library import map_page; map_page()"

EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["python", "-c", "import os, urllib.request as r; e = os.environ.get; p = e('STREAMLIT_SERVER_BASE_URL_PATH', '').strip('/'); r.build_opener(r.ProxyHandler({})).open('http://127.0.0.1:' + e('STREAMLIT_SERVER_PORT', '8501') + '/' + (p + '/' if p else '') + '_stcore/health', timeout=4)"]
CMD ["streamlit", "run", "dashboard/app.py"]
