"""PDF/A-2a that is PDF/UA-1 as well: what the engine cannot say at once."""

from __future__ import annotations

import pikepdf

_CLAIM = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
"""The claim, and the schema that PDF/A wants of a name that it does not know (ISO 19005-2, 6.6.2.3.3)."""
_END = b"</rdf:RDF>"


def claim_accessibility(pdf: pikepdf.Pdf) -> None:
    """Let a PDF/A file say of itself that it is PDF/UA-1 too (ISO 14289-1, 5).

    **Why** afterwards: the engine makes one standard of a file, PDF/A or PDF/UA; what both ask for is there.

    Raises:
        ValueError: the file has no metadata to say it in.
    """
    said = pdf.Root.Metadata.read_bytes()
    if said.count(_END) != 1:
        raise ValueError("The file's metadata are not one RDF.")
    pdf.Root.Metadata.write(said.replace(_END, _CLAIM + _END))
    pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
