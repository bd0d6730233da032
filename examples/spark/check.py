"""Compares what Spark wrote, partition by partition, with what one run of the command wrote."""

import sys
from collections import Counter
from pathlib import Path


def lines_of(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines()


def main() -> int:
    single, folder = Path(sys.argv[1]), Path(sys.argv[2])
    if not (folder / "_SUCCESS").exists():
        print(f"{folder} is not complete.")
        return 1
    partitions = [lines_of(part) for part in sorted(folder.glob("part-*"))]
    cluster = [line for partition in partitions for line in partition]
    expected = lines_of(single)
    missing = Counter(expected) - Counter(cluster)
    surplus = Counter(cluster) - Counter(expected)
    if not expected or missing or surplus:
        print(f"Not the same: {len(expected)} lines expected, {missing.total()} missing, {surplus.total()} too many.")
        for name, lines in (("missing", missing), ("too many", surplus)):
            for line in list(lines)[:3]:
                print(f"  {name}: {line[:200].decode('utf-8', 'replace')}")
        return 1
    sizes = ", ".join(str(len(partition)) for partition in partitions)
    order = "in the same order" if cluster == expected else "in another order"
    print(f"The same {len(expected)} lines, {order}, in {len(partitions)} partitions ({sizes}).")
    return 0


if __name__ == "__main__":
    sys.exit(main())
