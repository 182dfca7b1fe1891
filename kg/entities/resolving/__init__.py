"""Resolution: the same unknown thing under several names comes together, with a reason for every step.

Names are taken apart (``names``), likely pairs proposed (``candidates``), compared by named features
(``features``, ``comparison``), and joined where they are surely one (``resolution``).
"""
