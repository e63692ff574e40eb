/// Which typed view reads which message.
enum MessageReading {
    /// - Returns: what is odd about the values, each oddity once; nothing for messages without a typed view.
    static func notes(of frame: Frame, charset: Charset) -> [String] {
        guard let type = type(of: frame.code) else { return [] }
        let notes = (try? type.init(lenient: frame, charset: charset).notes) ?? []
        return notes.enumerated().filter { !notes[..<$0.offset].contains($0.element) }.map(\.element.description)
    }

    static func type(of code: String) -> (any Message.Type)? {
        all.first { $0.code == code }
    }

    static let all: [any Message.Type] = [
        CheckinRequest.self, CheckinResponse.self, CheckoutRequest.self, CheckoutResponse.self,
        ItemInformationRequest.self, ItemInformationResponse.self, EndSessionRequest.self, EndSessionResponse.self,
        PatronInformationRequest.self, PatronInformationResponse.self, LoginRequest.self, LoginResponse.self,
        RequestSCResend.self, RequestACSResend.self, ACSStatus.self, SCStatus.self,
    ]
}
