"""The colours of a picture that stands alone: the light ones of the pages."""

LIGHT = """
.map-svg{font-family:"IBM Plex Sans",system-ui,-apple-system,"Segoe UI","Liberation Sans",Arial,sans-serif}
.map-ground{fill:#fff}
.map-lane-0 .map-lane-ground{fill:#f4f6f9}.map-lane-1 .map-lane-ground{fill:#fff}
.map-text-heading{font-size:13.5px;font-weight:600;fill:#3d434b}
.map-text-name{font-size:15px;font-weight:600;fill:#1a1a1a}
.map-text-small{font-size:13.5px;fill:#4d5156}
.map-text-label{font-size:13.5px;fill:#1a1a1a}
.map-text-new{fill:#1f6b2e;font-weight:600}
.map-text-gone{fill:#b00020;text-decoration:line-through}
.map-row-bar{fill:#9aa3ae}
.map-divider{stroke:#575757;stroke-width:2}
.map-wall{fill:#fff}.map-frame{fill:none;stroke:#5b6470;stroke-width:1.4}
.map-organisation .map-wall{fill:#f4f6f9}.map-organisation .map-frame{stroke-dasharray:2 3}
.map-new .map-frame{stroke:#1f6b2e;stroke-width:2.6}
.map-gone .map-frame{stroke:#b00020;stroke-dasharray:7 5}
.map-halo{fill:none;stroke:#fff;stroke-width:6;stroke-opacity:.9}
.map-stroke,.map-open-head{fill:none;stroke:#26323f;stroke-width:2}
.map-head{fill:#26323f}
.map-ratifies .map-stroke{stroke-width:5}.map-core{fill:none;stroke:#fff;stroke-width:1.8}
.map-escalates .map-stroke{stroke-dasharray:12 4 2 4}
.map-advises .map-stroke{stroke-dasharray:9 5}
.map-tells .map-stroke{stroke-dasharray:2 4;stroke-width:2.4}
.map-dot{fill:#fff}
.map-other .map-stroke{stroke-width:1.4}
.map-under .map-stroke{stroke:#7b8490;stroke-width:1.3}
.map-ring{fill:#fff;stroke:#5b6470;stroke-width:1.6}
.map-line.map-new .map-stroke{stroke:#1f6b2e}.map-line.map-gone .map-stroke{stroke:#b00020;stroke-dasharray:5 6}
.map-badge-ground{fill:#fff3d6;stroke:#7a4b00}.map-badge .map-text-small{fill:#7a4b00;font-weight:600}
.map-party-state{fill:#1f4e9c}.map-party-region{fill:#a83279}.map-party-municipality{fill:#2d7a3e}
.map-party-practice{fill:#b35a00}.map-party-association{fill:#5b3a8e}.map-party-joint{fill:#00777f}
.map-party-supplier{fill:#6b5b4b}.map-party-unknown{fill:#b9c0c9}
"""
