"""What a reader may take along: records as GeoJSON, CSV and Excel, and a citation of what was seen.

Pure: frames in, bytes or text out. Each file says under which licence it stands, which version of the data it
holds, which filters made it, and when it was taken.
"""
