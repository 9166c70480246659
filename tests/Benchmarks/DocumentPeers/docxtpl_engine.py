# python3 docxtpl_engine.py ROWS RUNS → {"medianMs":…,"peakMb":…}
import io
import json
import resource
import statistics
import sys
import time

from docxtpl import DocxTemplate

count, runs = int(sys.argv[1]), int(sys.argv[2])
rows = [
    dict(n=str(i), a=f"Relire le chapitre {i} & <valider>", p="Alice Dupont", e="12 mars 2026", s="en cours")
    for i in range(count)
]
times = []
for _ in range(runs):
    start = time.perf_counter()
    template = DocxTemplate("docxtpl.docx")
    template.render({"titre": "Assemblée", "rows": rows}, autoescape=True)
    filled = io.BytesIO()
    template.save(filled)
    times.append((time.perf_counter() - start) * 1000)
open(f"filled-docxtpl-{count}.docx", "wb").write(filled.getvalue())
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"medianMs": statistics.median(times), "peakMb": peak}))
