// SPDX-License-Identifier: Apache-2.0

import LibXML
import NodeStore
import Testing

@Suite struct XMLReaderTests {
    private func read(_ text: String) throws -> String {
        dump(try XMLReader(shape: shape).read(Array(text.utf8)))
    }

    @Test func keepsElementsAttributesTextAndLinks() throws {
        let text = """
            <?xml version="1.0" encoding="utf-8"?>
            <!-- a comment --><?a processing instruction?>
            <e:Job xmlns:e="urn:example" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" Name="A &amp; B">
              <Links>
                <Link Rel="Up" Type="Server" Href="http://h/s?a=1&amp;b=2" Name="S" Extra="x"/>
                <link href="http://h/d" rel="Delete"/>
                <Link Rel="Broken" Type="Server"/>
              </Links>
              <e:Note>one<!-- gap --> <![CDATA[<two>]]>&#33;</e:Note>
              <Empty xsi:nil="true"/>
              <Blank>  </Blank>
            </e:Job>
            """
        #expect(
            try read(text) == """
                namespace urn:example
                Job Name="A & B"
                  Links
                    Link Extra="x" LINK rel=Up type=Server href=http://h/s?a=1&b=2 name=S owner=0
                    link LINK rel=Delete type=- href=http://h/d name=- owner=0
                    Link Rel="Broken" Type="Server"
                  Note text="one <two>!"
                  Empty xsi:nil="true"
                  Blank text="  "
                nodes 8 attributes 5 links 2
                """
        )
    }

    @Test func noShapeNoLinks() throws {
        let none = LinkShape(element: "", containers: [], rel: "Rel", type: "Type", href: "Href", name: "Name")
        let store = try XMLReader(shape: none).read(Array(#"<Link Rel="Up" Href="h"/>"#.utf8))
        #expect(store.linkCount == 0)
        #expect(store.attributeCount == 2)
    }
}
