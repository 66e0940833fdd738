// SPDX-License-Identifier: Apache-2.0

/// Small documents that between them hold everything a reader must get right.
enum Documents {
    /// By name, so that a failing test says which.
    static let all: [(name: String, text: String)] = [
        ("list", list), ("mixed", mixed), ("artefact", artefact), ("wide", wide), ("blank", blank),
        ("entities", entities),
    ]

    static let list = """
        <?xml version="1.0" encoding="utf-8"?>
        <Shelves xmlns="urn:example:shelf" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
          <Shelf Href="https://shelf.example/1" Name="Top &quot;A&quot;" Type="Shelf">
            <Links>
              <Link Rel="Up" Type="Room" Href="https://shelf.example/room?x=1&amp;y=2" Name="Müller" />
              <Link Rel="Delete" Href="https://shelf.example/1"/>
            </Links>
            <Books><Book xsi:type="Paper">Zoë &lt;3</Book><Book xsi:nil="true"/></Books>
          </Shelf>
          <Shelf><Link Rel="x"/><Links/></Shelf>
        </Shelves>
        """
    static let mixed = """
        <a>one <b>two</b> three<c/>
          <![CDATA[ <raw> ]]>four<!-- no --> five<?pi no?><b> </b>
        </a>

        """
    static let artefact = #"<?xml version="1.0" encoding="utf-16"?>"# + "\r\n<a>caf\u{E9}\r\n</a>"
    static let wide = "<été ключ='значение'>日本語 😀 \u{10FFFD}<x y='😀&#x1F600;'/></été>"
    static let blank = "\n\n<!-- first --><a>  <b>\n</b>\t<c> x </c>  </a>\n<!-- last -->\n"
    static let entities = "<a b='&lt;&gt;&amp;&quot;&apos;&#9;&#10;'>&lt;&gt;&amp;&quot;&apos;&#65;&#x42;</a>"

    /// UTF-16 with a byte order mark unless told otherwise.
    static func utf16(_ text: String, bigEndian: Bool, mark: Bool = true) -> [UInt8] {
        ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
            let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return bigEndian ? pair : pair.reversed()
        }
    }
}
