// SPDX-License-Identifier: Apache-2.0

import JSONReader
import LibXML
import NodeStore
import XMLSchema

/// A small schema with every way to be wrong, and with everything that JSON writes otherwise than XML.
enum Library {
    static let namespace = "urn:example:library"

    static let xsd = Array(
        """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:example:library"
            targetNamespace="urn:example:library" elementFormDefault="qualified">
          <xs:element name="Loan" type="LoanType"/>
          <xs:element name="Loans" type="LoanListType"/>
          <xs:element name="Shelf" type="ShelfType"/>
          <xs:complexType name="LinkType">
            <xs:attribute name="Rel" type="xs:string" use="required"/>
            <xs:attribute name="Href" type="xs:anyURI" use="required"/>
            <xs:attribute name="Type" type="xs:string"/>
          </xs:complexType>
          <xs:complexType name="LinkListType"><xs:sequence>
            <xs:element name="Link" type="LinkType" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType>
          <xs:complexType name="ThingType"><xs:sequence>
            <xs:element name="Links" type="LinkListType" minOccurs="0"/></xs:sequence>
            <xs:attribute name="Href" type="xs:anyURI"/><xs:attribute name="UID" type="UidType"/>
            <xs:attribute name="Type" type="xs:string"/></xs:complexType>
          <xs:complexType name="LoanListType"><xs:sequence>
            <xs:element name="Loan" type="LoanType" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType>
          <xs:complexType name="LoanType"><xs:complexContent><xs:extension base="ThingType"><xs:sequence>
            <xs:element name="Reader" type="NameType"/>
            <xs:element name="Password" type="NameType" minOccurs="0"/>
            <xs:element name="Kind" type="KindType"/>
            <xs:element name="Days" type="DayType" minOccurs="0" maxOccurs="7"/>
            <xs:choice minOccurs="0"><xs:element name="Until" type="xs:dateTime"/>
              <xs:element name="Forever" type="xs:boolean"/></xs:choice>
            <xs:element name="Opens" type="xs:time" minOccurs="0"/>
            <xs:element name="Copies" type="CopiesType" minOccurs="0"/>
            <xs:element name="ExcludedRooms" type="RoomListType" minOccurs="0"/>
            <xs:element name="Window" type="WindowType" minOccurs="0"/>
            <xs:element name="vCard" type="xs:string" minOccurs="0"/>
            <xs:element name="RetrySpecified" type="xs:boolean" minOccurs="0"/>
          </xs:sequence></xs:extension></xs:complexContent></xs:complexType>
          <xs:complexType name="CopiesType"><xs:sequence>
            <xs:element name="Copy" type="CopyType" maxOccurs="unbounded"/></xs:sequence></xs:complexType>
          <xs:complexType name="CopyType"><xs:sequence><xs:element name="Pages" type="PagesType"/></xs:sequence>
            <xs:attribute name="Id" type="xs:string" use="required"/></xs:complexType>
          <xs:complexType name="RoomListType"><xs:sequence>
            <xs:element name="Room" type="xs:string" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType>
          <xs:complexType name="WindowType"><xs:sequence>
            <xs:element name="Day" maxOccurs="unbounded"><xs:complexType><xs:simpleContent>
              <xs:extension base="xs:string"><xs:attribute name="Name" type="DayType"/></xs:extension>
            </xs:simpleContent></xs:complexType></xs:element></xs:sequence></xs:complexType>
          <xs:complexType name="ShelfType"/>
          <xs:simpleType name="NameType"><xs:restriction base="xs:string">
            <xs:minLength value="2"/><xs:maxLength value="10"/></xs:restriction></xs:simpleType>
          <xs:simpleType name="KindType"><xs:restriction base="xs:string">
            <xs:enumeration value="Short"/><xs:enumeration value="Long"/></xs:restriction></xs:simpleType>
          <xs:simpleType name="DayType"><xs:restriction base="xs:string">
            <xs:enumeration value="Monday"/><xs:enumeration value="Friday"/></xs:restriction></xs:simpleType>
          <xs:simpleType name="PagesType"><xs:restriction base="xs:int"><xs:minInclusive value="1"/>
            <xs:maxInclusive value="999"/></xs:restriction></xs:simpleType>
          <xs:simpleType name="UidType"><xs:restriction base="xs:string">
            <xs:pattern value="urn:loan:[0-9]+"/></xs:restriction></xs:simpleType>
        </xs:schema>
        """.utf8
    )

    static func compiled() throws -> CompiledSchema { try CompiledSchema(xsd: xsd) }
    static func model() throws -> SchemaModel { try SchemaModel([SchemaDocument(name: "library.xsd", bytes: xsd)]) }

    static let shape = JSONShape(
        link: LinkShape(element: "Link", containers: ["Links"], rel: "Rel", type: "Type", href: "Href", name: ""),
        lists: ["Links": "Link", "ExcludedRooms": "Room"],
        renames: ["RetrySpecified1": "RetrySpecified"]
    )

    /// A loan with something in it.
    static func loan(_ content: String, attributes: String = "") -> [UInt8] {
        Array("<Loan xmlns='urn:example:library'\(attributes)>\n\(content)</Loan>".utf8)
    }

    static func diagnoses(_ document: [UInt8]) throws -> [SchemaDiagnosis] {
        SchemaDiagnoser(model: try model()).diagnoses(of: try compiled().validate(document))
    }
}
