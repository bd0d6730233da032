"""Converts NDJSON of trial records on a Spark cluster: the lines of each partition go through the command.

The command reads NDJSON from its standard input and writes one document per line to its standard output, in the same
order, and keeps nothing between records. That is all that `RDD.pipe` asks for.
"""

import argparse

from pyspark.sql import SparkSession


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("input", help="NDJSON, a file or a folder; .gz files are not split")
    parser.add_argument("output", help="folder for one file per partition; must not exist")
    parser.add_argument("--command", default="trialbridge", help="how the command is started on a worker")
    parser.add_argument("--to", default="fhir-r4", help="format to write: fhir-r4, fhir-r5, ctgov-json, trial-json")
    parser.add_argument("--master", default="local-cluster[2,1,1024]", help="Spark master")
    parser.add_argument("--partitions", type=int, default=4, help="least number of partitions")
    arguments = parser.parse_args()

    spark = (
        SparkSession.builder.appName("trialbridge")
        .master(arguments.master)
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    # One thread each: Spark already runs as many partitions at a time as there are cores. An id that occurs in two
    # partitions is seen once by each, so whoever wants ids to be unique says so to Spark.
    command = f"{arguments.command} convert - --to {arguments.to} --out - --jobs 1 --quiet --duplicates keep"
    records = spark.sparkContext.textFile(arguments.input, arguments.partitions)
    # The command ends with 1 where some records failed; with checkCode that fails the task instead of losing them.
    records.pipe(command, checkCode=True).saveAsTextFile(arguments.output)
    print(f"{records.getNumPartitions()} partitions on {spark.sparkContext.master}")
    spark.stop()


if __name__ == "__main__":
    main()
