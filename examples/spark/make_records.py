"""Writes made-up trial records in the form of ClinicalTrials.gov API v2, one per line."""

import json
import sys

CONDITIONS = ["Cough", "Common Cold", "Hay Fever", "Migraine", "Sore Throat"]
DRINKS = ["Green Tea", "Black Tea", "Peppermint Tea", "Hot Water"]
PHASES = [["PHASE1"], ["PHASE1", "PHASE2"], ["PHASE3"], ["NA"]]
STATUSES = ["RECRUITING", "COMPLETED", "TERMINATED", "NOT_YET_RECRUITING"]


def study(number: int) -> dict:
    condition = CONDITIONS[number % len(CONDITIONS)]
    drink = DRINKS[number % len(DRINKS)]
    status = STATUSES[number % len(STATUSES)]
    return {
        "protocolSection": {
            "identificationModule": {
                "nctId": f"NCT{90000000 + number}",
                "orgStudyIdInfo": {"id": f"TEA-{number}"},
                "briefTitle": f"{drink} Against {condition} \u2013 \u201cStudy\u201d no. {number}",
            },
            "statusModule": {
                "overallStatus": status,
                "startDateStruct": {"date": f"{2010 + number % 12}-{1 + number % 12:02d}"},
                **({"whyStopped": "The kettle broke."} if status == "TERMINATED" else {}),
            },
            "sponsorCollaboratorsModule": {
                "leadSponsor": {"name": "Institute of Infusions, K\u00f8benhavn", "class": "OTHER"}
            },
            "descriptionModule": {"briefSummary": f"Whether {drink.lower()} helps against {condition.lower()}."},
            "conditionsModule": {"conditions": [condition]},
            "designModule": {
                "studyType": "INTERVENTIONAL",
                "phases": PHASES[number % len(PHASES)],
                "designInfo": {"allocation": "RANDOMIZED", "primaryPurpose": "TREATMENT"},
                "enrollmentInfo": {"count": 10 + number % 500, "type": "ESTIMATED"},
            },
            "armsInterventionsModule": {
                "armGroups": [
                    {"label": "Tea", "type": "EXPERIMENTAL", "interventionNames": [f"Dietary Supplement: {drink}"]}
                ],
                "interventions": [{"type": "DIETARY_SUPPLEMENT", "name": drink, "armGroupLabels": ["Tea"]}],
            },
            "outcomesModule": {"primaryOutcomes": [{"measure": "Days until well", "timeFrame": "4 weeks"}]},
            "eligibilityModule": {
                "eligibilityCriteria": f"Inclusion Criteria:\n\n* {condition}\n* Likes tea \\>1 cup a day",
                "sex": "ALL",
                "minimumAge": "18 Years",
            },
        },
        "hasResults": False,
    }


def main() -> None:
    for number in range(int(sys.argv[1])):
        # Characters outside ASCII as they are: they must pass through the pipe unharmed.
        print(json.dumps(study(number), ensure_ascii=False, separators=(",", ":")))


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    main()
