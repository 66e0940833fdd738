// SPDX-License-Identifier: Apache-2.0

import LibXML
import XMLSchema

/// A small schema of its own, with everything that the model must understand.
enum Orchard {
    static let namespace = "urn:example:orchard"

    static let door = """
        <?xml version="1.0" encoding="utf-8"?>
        <xs:schema xmlns="urn:example:orchard" xmlns:xs="http://www.w3.org/2001/XMLSchema"
            xmlns:v="urn:emwalk:schema-notes"
            targetNamespace="urn:example:orchard" elementFormDefault="qualified">
          <!-- <xs:element name="Commented" type="Nothing"/> -->
          <xs:include schemaLocation="orchard/values.xsd"/>
          <xs:element name="Tree" type="TreeType">
            <xs:annotation>
              <xs:documentation>A tree
                in the orchard.</xs:documentation>
              <xs:appinfo><v:since>1.2</v:since><v:relaxed>Old gardens name no kind.</v:relaxed></xs:appinfo>
            </xs:annotation>
          </xs:element>
          <xs:element name="Trees" type="TreeListType"/>
          <xs:element name="PlantingSpec" type="PlantingSpecType"/>
          <xs:element name="Branch" type="BranchType"/>
          <xs:element name="Note" type="NoteType"/>
          <xs:group name="Sizes">
            <xs:sequence>
              <xs:element name="Height" type="Length" minOccurs="0"/>
              <xs:element name="Girth" type="Length" minOccurs="0"/>
            </xs:sequence>
          </xs:group>
          <xs:attributeGroup name="Labels"><xs:attribute name="Label" type="xs:string"/></xs:attributeGroup>
          <xs:complexType name="ThingType" abstract="true">
            <xs:sequence>
              <xs:element name="Links" type="LinksType" minOccurs="0"/>
            </xs:sequence>
            <xs:attribute name="Href" type="xs:anyURI"/>
            <xs:attributeGroup ref="Labels"/>
          </xs:complexType>
          <xs:complexType name="LinksType">
            <xs:choice minOccurs="0" maxOccurs="unbounded">
              <xs:element name="Link">
                <xs:complexType>
                  <xs:attribute name="Rel" type="xs:string" use="required"/>
                  <xs:attribute name="Href" type="xs:anyURI" use="required"/>
                </xs:complexType>
              </xs:element>
            </xs:choice>
          </xs:complexType>
          <xs:complexType name="TreeType">
            <xs:complexContent>
              <xs:extension base="ThingType">
                <xs:sequence>
                  <xs:element name="Kind" type="Kind"/>
                  <xs:group ref="Sizes"/>
                  <xs:element name="Planted" type="xs:date" minOccurs="0"/>
                  <xs:element name="Alive" type="xs:boolean" minOccurs="0"/>
                  <xs:element name="Fruits" minOccurs="0">
                    <xs:complexType>
                      <xs:sequence>
                        <xs:element name="Fruit" type="FruitType" minOccurs="0" maxOccurs="unbounded"/>
                      </xs:sequence>
                    </xs:complexType>
                  </xs:element>
                  <xs:element name="Pests" type="NamesType" minOccurs="0"/>
                </xs:sequence>
                <xs:attribute name="UID" type="TreeUid" use="required"/>
              </xs:extension>
            </xs:complexContent>
          </xs:complexType>
          <xs:complexType name="FruitType">
            <xs:sequence>
              <xs:element name="Weight" type="Length"/>
              <xs:element name="Ripe" type="xs:boolean"/>
            </xs:sequence>
          </xs:complexType>
          <xs:complexType name="NamesType">
            <xs:sequence><xs:element name="Name" type="xs:string" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
          </xs:complexType>
          <xs:complexType name="TreeListType">
            <xs:sequence><xs:element ref="Tree" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
          </xs:complexType>
          <xs:complexType name="PlantingSpecType">
            <xs:choice>
              <xs:element name="SeedInfo">
                <xs:complexType>
                  <xs:sequence>
                    <xs:element name="Name" type="ShortName"/>
                    <xs:element name="Depth" type="Depth" minOccurs="0"/>
                    <xs:element name="Bed" type="xs:string"/>
                  </xs:sequence>
                </xs:complexType>
              </xs:element>
              <xs:element name="GraftInfo">
                <xs:complexType>
                  <xs:sequence>
                    <xs:element name="Name" type="ShortName"/>
                    <xs:element name="Tree" type="TreeUid"/>
                    <xs:choice>
                      <xs:element name="Whip" type="xs:boolean"/>
                      <xs:element name="Bud" type="xs:boolean"/>
                    </xs:choice>
                  </xs:sequence>
                </xs:complexType>
              </xs:element>
            </xs:choice>
          </xs:complexType>
          <xs:complexType name="BranchType">
            <xs:sequence>
              <xs:element name="Angle" type="xs:decimal"/>
              <xs:element name="Branch" type="BranchType" minOccurs="0" maxOccurs="unbounded"/>
            </xs:sequence>
          </xs:complexType>
          <xs:complexType name="NoteType">
            <xs:simpleContent>
              <xs:extension base="ShortName"><xs:attribute name="By" type="xs:string" use="required"/></xs:extension>
            </xs:simpleContent>
          </xs:complexType>
        </xs:schema>
        """

    static let values = """
        <xs:schema xmlns="urn:example:orchard" xmlns:xs="http://www.w3.org/2001/XMLSchema"
            xmlns:n="urn:emwalk:schema-notes"
            targetNamespace="urn:example:orchard">
          <xs:simpleType name="KnownKind">
            <xs:restriction base="xs:string">
              <xs:enumeration value="Apple"><xs:annotation><xs:documentation>Round.</xs:documentation></xs:annotation>
              </xs:enumeration>
              <xs:enumeration value="Pear"/>
            </xs:restriction>
          </xs:simpleType>
          <xs:simpleType name="Kind"><xs:union memberTypes="KnownKind xs:string"/></xs:simpleType>
          <xs:simpleType name="Length">
            <xs:annotation><xs:appinfo><n:unit>centimetres</n:unit></xs:appinfo></xs:annotation>
            <xs:restriction base="xs:int"><xs:minInclusive value="0"/></xs:restriction>
          </xs:simpleType>
          <xs:simpleType name="Depth">
            <xs:restriction base="Length"><xs:maxInclusive value="30"/></xs:restriction>
          </xs:simpleType>
          <xs:simpleType name="ShortName">
            <xs:restriction base="xs:string"><xs:minLength value="1"/><xs:maxLength value="10"/></xs:restriction>
          </xs:simpleType>
          <xs:simpleType name="TreeUid">
            <xs:restriction base="xs:string"><xs:pattern value="urn:tree:[0-9a-f]{4}"/></xs:restriction>
          </xs:simpleType>
        </xs:schema>
        """

    static let documents = [
        SchemaDocument(name: "orchard.xsd", bytes: Array(door.utf8)),
        SchemaDocument(name: "values.xsd", bytes: Array(values.utf8)),
    ]

    /// The schema in one document, for validators that fetch nothing.
    static var whole: [UInt8] {
        let types = values.split(separator: "\n").dropFirst(3).dropLast().joined(separator: "\n")
            .replacing("n:unit", with: "v:unit")
        return Array(
            door.replacing("<xs:include schemaLocation=\"orchard/values.xsd\"/>", with: types).utf8
        )
    }

    static func model() throws -> SchemaModel { try SchemaModel(documents) }
}
