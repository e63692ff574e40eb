import Foundation
import SIP2
import Testing

/// Real messages of many library systems, read where `LECTERN_VECTORS` names a folder with them.
@Suite struct VectorTests {
    static let folder = ProcessInfo.processInfo.environment["LECTERN_VECTORS"]

    @Test(.enabled(if: folder != nil))
    func `every recorded message is read and written back to the byte`() throws {
        let file = try String(contentsOfFile: try #require(Self.folder) + "/sip2.jsonl", encoding: .utf8)
        let rows = file.split(separator: "\n")
        #expect(rows.count > 0, "the folder is named but holds no messages")
        for row in rows {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(row.utf8)) as? [String: Any])
            let raw = try #require(object["raw"] as? String)
            let line = raw.utf8.filter { $0 != 0x0D && $0 != 0x0A }
            let isOdd = object["shape_issue"] is String
            let state = object["checksum"] as? String
            do throws(DecodeError) {
                let frame = try Frame(line)
                #expect(frame.encoded() == line)
                let record = try FrameRecord(line: line, charset: .utf8)
                #expect((try? record.encoded()) == line, "\(raw)")
                #expect(frame.code == object["code"] as? String)
                if !isOdd {
                    #expect(frame.checksumState.rawValue == (state == "constant0000" ? "invalid" : state), "\(raw)")
                }
            } catch {
                #expect(isOdd, "\(error) in \(raw)")
            }
        }
    }
}
