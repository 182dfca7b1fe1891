"""The fuzzer's own program is no test: it needs atheris and instruments the package when it is imported."""

collect_ignore = ["run.py"]
