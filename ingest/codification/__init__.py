"""Bộ pháp điển điện tử (`BoPhapDienDienTu.zip`) as a source: its articles go back into the documents they come from.

The archive has `jsonData.js` (the table of contents) and one page `demuc/<uuid>.html` a subject. An article there
carries the codification's number (`Điều 15.1.NĐ.3. …`) and a note that names document, article, day and amendments.
"""
