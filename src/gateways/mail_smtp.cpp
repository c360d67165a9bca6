#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <mutex>

#include "base/failure.h"
#include "gateways/mail.h"

namespace doorstep::gateways {
namespace {

struct EndHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using Handle = std::unique_ptr<CURL, EndHandle>;
struct EndList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

Handle new_handle() {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    Handle handle(curl_easy_init());
    if (!handle) throw GatewayError(FailureKind::unavailable, "libcurl cannot start");
    return handle;
}

struct Upload {
    std::string text;
    std::size_t sent = 0;
};

std::size_t give(char* into, std::size_t size, std::size_t count, void* from) {
    auto& upload = *static_cast<Upload*>(from);
    auto const length = std::min(size * count, upload.text.size() - upload.sent);
    std::memcpy(into, upload.text.data() + upload.sent, length);
    upload.sent += length;
    return length;
}

/// What the server last refused with; libcurl hands out each line of its answers, and says goodbye after a
/// refusal.
struct Answer {
    std::string refusal;
};

std::size_t take_answer(char* line, std::size_t size, std::size_t count, void* into) {
    auto& answer = *static_cast<Answer*>(into);
    std::string text(line, size * count);
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
    if (!text.empty() && (text.front() == '4' || text.front() == '5')) answer.refusal = std::move(text);
    return size * count;
}

/// Refused for good by RFC 5321 section 4.2.1 is 5yz; but answers about who we are or how we speak (RFC 4954,
/// RFC 3207, and bad sequences) are about this site's settings, not about the message.
bool is_about_the_message(long code) {
    if (code < 500 || code > 599) return false;
    constexpr long about_us[] = {500, 501, 502, 503, 504, 530, 534, 535, 538};
    return std::find(std::begin(about_us), std::end(about_us), code) == std::end(about_us);
}

/// The server's words with any address taken out: they are shown to colleagues and kept.
std::string without_addresses(std::string const& words) {
    std::string kept;
    std::size_t at = 0;
    while (at < words.size()) {
        auto const end = std::min(words.find_first_of(" \t", at), words.size());
        auto const word = words.substr(at, end - at);
        kept += word.find('@') == std::string::npos ? word : "...";
        if (end < words.size()) kept += ' ';
        at = end + 1;
    }
    constexpr std::size_t longest = 200;
    return kept.substr(0, longest);
}

std::string what_failed(CURLcode code) {
    switch (code) {
        case CURLE_COULDNT_RESOLVE_HOST:
            return "The mail server's name is not known";
        case CURLE_COULDNT_CONNECT:
            return "The mail server does not answer";
        case CURLE_OPERATION_TIMEDOUT:
            return "The mail server took too long";
        case CURLE_LOGIN_DENIED:
            return "The mail server does not accept our name and password";
        case CURLE_USE_SSL_FAILED:
            return "The mail server offers no encryption";
        case CURLE_PEER_FAILED_VERIFICATION:
            return "The mail server's certificate is not trusted";
        case CURLE_GOT_NOTHING:
        case CURLE_RECV_ERROR:
        case CURLE_SEND_ERROR:
            return "The connection to the mail server broke";
        default:
            return std::string("Sending failed: ") + curl_easy_strerror(code);
    }
}

}  // namespace

SmtpMailer::SmtpMailer(SmtpSettings settings) : settings_(std::move(settings)) {}

std::string SmtpMailer::domain() const {
    auto const at = settings_.from_address.find('@');
    return at == std::string::npos ? "localhost" : settings_.from_address.substr(at + 1);
}

Delivery SmtpMailer::send(Mail const& mail) {
    auto const handle = new_handle();
    auto* const curl = handle.get();
    Upload upload{mime_message(mail, settings_.from_address), 0};
    Answer answer;
    std::unique_ptr<curl_slist, EndList> const recipients(
        curl_slist_append(nullptr, ("<" + mail.to_address + ">").c_str()));
    auto const from = "<" + settings_.from_address + ">";

    curl_easy_setopt(curl, CURLOPT_URL, settings_.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_USE_SSL,
                     static_cast<long>(settings_.requires_tls ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    if (settings_.trusted_certificates)
        curl_easy_setopt(curl, CURLOPT_CAINFO, settings_.trusted_certificates->c_str());
    if (!settings_.user.empty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, settings_.user.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, settings_.password.c_str());
    }
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, static_cast<long>(settings_.connect_seconds));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(settings_.total_seconds));
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(curl, CURLOPT_READDATA, &upload);
    curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(upload.text.size()));
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_answer);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &answer);

    auto const result = curl_easy_perform(curl);
    if (result == CURLE_OK) return {Delivery::Result::taken, ""};
    long code = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &code);
    if (code >= 400) {
        auto const refused = is_about_the_message(code) && result != CURLE_LOGIN_DENIED;
        return {refused ? Delivery::Result::refused : Delivery::Result::try_again,
                "The mail server answered: " + without_addresses(answer.refusal)};
    }
    return {Delivery::Result::try_again, what_failed(result)};
}

}  // namespace doorstep::gateways
