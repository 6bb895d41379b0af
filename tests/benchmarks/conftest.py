"""Characters per second under the table of times."""


def pytest_terminal_summary(terminalreporter, config):
    session = getattr(config, "_benchmarksession", None)
    rates = {each.name: each.extra_info.get("characters per second") for each in getattr(session, "benchmarks", [])}
    if any(rates.values()):
        terminalreporter.section("characters per second, one core")
        for name, rate in rates.items():
            terminalreporter.write_line(f"{name.removeprefix('test_'):<24}{rate:>12,}")
