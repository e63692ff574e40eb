import Circulation
import SIP2

/// What a session needs of the library: a question in, the answer out.
struct Desk: Sendable {
    let library: Library
    let settings: DeskSettings
    /// The patron whose PIN was right, until the end of the visit: a check takes long, and thirty books ask for it
    /// thirty times.
    var proven: Proven?

    struct Proven: Equatable, Sendable {
        var patron: PatronBarcode
        var pin: Secret
    }

    init(library: Library, settings: DeskSettings) {
        self.library = library
        self.settings = settings
    }

    func accepts(_ request: LoginRequest) -> Bool {
        guard let login = settings.login else { return true }
        // Other algorithms are by private agreement, and there is none; a blank is what some stations send for `0`.
        let isPlain = [request.userAlgorithm, request.passwordAlgorithm].allSatisfy { $0 == "0" || $0 == " " }
        return isPlain && request.user == login.user && request.password == login.password
    }

    /// - Returns: nil for a message that is not supported here.
    mutating func answer(to frame: Frame, at now: LocalTime) throws(LibraryError) -> (any SIP2.Message)? {
        let charset = settings.charset
        // A required field that is missing reads as empty: such a card or item is not known.
        switch frame.code {
        case SCStatus.code: return status(at: now)
        case PatronInformationRequest.code:
            guard let request = try? PatronInformationRequest(lenient: frame, charset: charset) else { return nil }
            return try patron(request, at: now)
        case ItemInformationRequest.code:
            guard let request = try? ItemInformationRequest(lenient: frame, charset: charset) else { return nil }
            return try item(request, at: now)
        case CheckoutRequest.code:
            guard let request = try? CheckoutRequest(lenient: frame, charset: charset) else { return nil }
            return try checkout(request, at: now)
        case CheckinRequest.code:
            guard let request = try? CheckinRequest(lenient: frame, charset: charset) else { return nil }
            return try checkin(request, at: now)
        case EndSessionRequest.code:
            guard let request = try? EndSessionRequest(lenient: frame, charset: charset) else { return nil }
            return endSession(request, at: now)
        default: return nil
        }
    }

    private func status(at now: LocalTime) -> ACSStatus {
        var answer = ACSStatus()
        answer.isOnline = library.isWell
        answer.allowsCheckin = answer.isOnline
        answer.allowsCheckout = answer.isOnline
        answer.allowsRenewal = answer.isOnline && library.rules.renewalLimit > 0
        answer.timeoutTenths = settings.timeoutTenths
        answer.retries = settings.retries
        answer.sentAt = SIP2Time(now)
        answer.institution = settings.institution
        answer.libraryName = settings.libraryName
        // What is really answered, and nothing else.
        answer.supported = [
            .checkout, .checkin, .status, .resend, .login, .patronInformation, .endSession, .itemInformation,
        ]
        return answer
    }

    private mutating func endSession(_ request: EndSessionRequest, at now: LocalTime) -> EndSessionResponse {
        proven = nil
        var answer = EndSessionResponse()
        answer.hasEnded = true
        answer.sentAt = SIP2Time(now)
        answer.institution = settings.institution
        answer.patron = request.patron
        return answer
    }
}
