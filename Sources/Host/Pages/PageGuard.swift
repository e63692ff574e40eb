import Hummingbird

/// HTTP is hostile: who may ask at all, and what every answer says about itself.
///
/// A page of another site can make a browser send requests here; it cannot make it send our own name as host, or
/// hide its own as origin.
struct PageGuard: RouterMiddleware {
    typealias Context = BasicRequestContext

    private let hosts: [String]
    private let origins: [String]

    init(port: Int) {
        let names = ["127.0.0.1", "localhost"]
        hosts = names.map { "\($0):\(port)" } + (port == 80 ? names : [])  // browsers leave the usual port out
        origins = hosts.map { "http://\($0)" }
    }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            guard let host = request.head.authority, hosts.contains(host.lowercased()) else {
                throw HTTPError(.misdirectedRequest, message: "this is not the host that was asked for")
            }
            if let origin = request.headers[.origin], !origins.contains(origin) {
                throw HTTPError(.forbidden, message: "another site may not ask here")
            }
            response = try await next(request, context)
        } catch let error as any HTTPResponseError {
            response = try error.response(from: request, context: context)
        }
        response.headers[.contentSecurityPolicy] = "default-src 'self'; frame-ancestors 'self'; base-uri 'none'"
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.init("Referrer-Policy")!] = "no-referrer"
        response.headers[.init("Cross-Origin-Resource-Policy")!] = "same-origin"
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}
