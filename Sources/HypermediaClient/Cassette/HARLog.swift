// SPDX-License-Identifier: Apache-2.0

/// An HTTP archive (HAR 1.2), as browsers write it: what of it a cassette has or needs.
struct HARLog: Codable {
    struct Archive: Codable {
        let log: HARLog
    }

    struct Creator: Codable {
        let name: String
        let version: String
    }

    struct Field: Codable {
        let name: String
        let value: String
    }

    struct PostData: Codable {
        let mimeType: String?
        let text: String?
    }

    struct Request: Codable {
        let method: String
        let url: String
        var httpVersion: String? = "HTTP/1.1"
        var cookies: [Field]? = []
        let headers: [Field]
        var queryString: [Field]? = []
        var headersSize: Int? = -1
        var bodySize: Int? = -1
        let postData: PostData?
    }

    struct Content: Codable {
        let size: Int?
        let mimeType: String?
        let text: String?
        let encoding: String?
    }

    struct Response: Codable {
        let status: Int
        var statusText: String? = ""
        var httpVersion: String? = "HTTP/1.1"
        var cookies: [Field]? = []
        let headers: [Field]
        let content: Content
        var redirectURL: String? = ""
        var headersSize: Int? = -1
        var bodySize: Int? = -1
    }

    struct Timings: Codable {
        var send = 0.0
        var wait = 0.0
        var receive = 0.0
    }

    struct Cache: Codable {}

    struct Entry: Codable {
        // A cassette does not know when it was recorded, so that two recordings of the same are the same.
        var startedDateTime: String? = "1970-01-01T00:00:00.000Z"
        var time: Double? = 0
        let request: Request
        let response: Response
        var cache: Cache? = Cache()
        var timings: Timings? = Timings()
    }

    var version: String? = "1.2"
    var creator: Creator? = Creator(name: "emwalk", version: "1")
    let entries: [Entry]
}
