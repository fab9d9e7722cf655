"""How updates come in and how their answers leave.

poll loop or webhook → `Intake.receive` → one transaction an update → COMMIT → `Sender`.
Read `journey.py` first.
"""
