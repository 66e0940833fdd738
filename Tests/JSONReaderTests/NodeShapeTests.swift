// SPDX-License-Identifier: Apache-2.0

import JSONReader
import NodeStore
import Testing

@Suite struct NodeShapeTests {
    @Test(arguments: [
        (#"{"Name":"a","Count":2,"On":true,"Off":null}"#, ":obj(Name:str=a Count:num=2 On:boo=true Off:nul=null)"),
        // Objects of an array: without the final s, in XML the item inside its wrapper.
        (#"{"Refs":[{"Id":1},{"Id":2}]}"#, ":obj(Refs:arr(Ref:obj(Id:num=1) Ref:obj(Id:num=2)))"),
        (#"{"Policies":[{}]}"#, ":obj(Policies:arr(Policy:obj))"),
        (#"{"POLICIES":[{}],"REFS":[{}]}"#, ":obj(POLICIES:arr(POLICY:obj) REFS:arr(REF:obj))"),
        (
            #"{"Address":[{}],"s":[{}],"ies":[{}],"Info":[{}]}"#,
            ":obj(Address:arr(Address:obj) s:arr(s:obj) ies:arr(ie:obj) Info:arr(Info:obj))"
        ),
        // Scalars of an array: XML repeats the element.
        (#"{"Days":["Monday","Friday"]}"#, ":obj(Days:arr(Days:str=Monday Days:str=Friday))"),
        (#"{"Days":[{},"x",null]}"#, ":obj(Days:arr(Day:obj Days:str=x Days:nul=null))"),
        // Named by the shape, in any case.
        (#"{"ExcludedIndexingFolders":["a"]}"#, ":obj(ExcludedIndexingFolders:lis(Path:str=a))"),
        (#"{"excludedIndexingFolders":["a"]}"#, ":obj(excludedIndexingFolders:lis(Path:str=a))"),
        (#"{"vlans":[{}],"excludeLists":["a"]}"#, ":obj(vlans:arr(Vlans:obj) excludeLists:arr(ExcludeList:str=a))"),
        (#"{"Links":[{}],"Actions":[{}]}"#, ":obj(Links:lis(Link:obj) Actions:lis(Link:obj))"),
        (#"{"Links":{"Link":[{}]}}"#, ":obj(Links:obj(Link:arr(Link:obj)))"),
        // Arrays of arrays go by the name of the inner array.
        (#"{"Rows":[[1],[{}]]}"#, ":obj(Rows:arr(Rows:arr(Rows:num=1) Rows:arr(Row:obj)))"),
        // Nothing is lost.
        (
            #"{"Refs":[],"ExcludedIndexingFolders":[],"a":{},"b":""}"#,
            ":obj(Refs:arr ExcludedIndexingFolders:lis a:obj b:str)"
        ),
        (#"{"n":[1.10,1e400,-0,0.0]}"#, ":obj(n:arr(n:num=1.10 n:num=1e400 n:num=-0 n:num=0.0))"),
        // Any value may be the document.
        ("[1,{}]", ":arr(:num=1 :obj)"), ("\"x\"", ":str=x"), ("-1", ":num=-1"), ("false", ":boo=false"),
        ("null", ":nul=null"),
    ])
    func becomesNodes(_ text: String, _ outline: String) throws {
        #expect(try ReadStore(text).outline == outline)
    }

    @Test func aByteOrderMarkIsSkipped() throws {
        #expect(try ReadStore(bytes: [0xEF, 0xBB, 0xBF] + Array("[1]".utf8)).outline == ":arr(:num=1)")
    }

    @Test func namesOfTheShapeAreNotNamesOfTheDocument() throws {
        let store = try ReadStore(#"{"A":1}"#).store
        #expect(store.folded("ExcludedIndexingFolders") == nil)
        #expect(store.folded("Href") == nil)
        #expect(store.folded("a") != nil)
    }

    @Test func twoSpellingsOfOneKeyInAShapeAreResolvedByOrder() throws {
        var shape = Shapes.enterpriseManager
        shape.lists = ["b": "Second", "B": "First"]
        #expect(try ReadStore(#"{"b":[1]}"#, shape: shape).outline == ":obj(b:lis(First:num=1))")
    }
}
