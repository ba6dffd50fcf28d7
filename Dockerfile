# Marsad's workers and command line, without the embedded Kafka and its Java.
FROM python:3.13-slim AS build
WORKDIR /src
RUN pip install --no-cache-dir uv==0.13.9 && python -m venv /opt/marsad
COPY pyproject.toml requirements.lock README.md LICENSE NOTICE ./
COPY streams streams
COPY agents agents
COPY rules rules
COPY seeds seeds
RUN uv pip install --no-cache --python /opt/marsad/bin/python --constraints requirements.lock .

FROM python:3.13-slim
COPY --from=build /opt/marsad /opt/marsad
# a user without a name's rights; the folder holds copies of the tables, which Kafka can always give again
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin marsad && install -d -o marsad /var/lib/marsad
ENV PATH=/opt/marsad/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 MARSAD_STATE=/var/lib/marsad
USER 10001
ENTRYPOINT ["marsad"]
CMD ["run"]
