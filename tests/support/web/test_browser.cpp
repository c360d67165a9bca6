#include "support/web/test_browser.h"

#include <gtest/gtest.h>

#include <fstream>
#include <regex>

#include "base/text.h"
#include "gateways/secrets.h"
#include "pages/routes.h"

namespace doorstep::test {
namespace {

std::string decoded(std::string text) {
    static std::pair<char const*, char const*> const entities[] = {
        {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
    for (auto const& [entity, sign] : entities)
        for (std::size_t at = 0; (at = text.find(entity, at)) != std::string::npos; at += 1)
            text.replace(at, std::string_view(entity).size(), sign);
    return text;
}

/// Hidden fields of the form with this action; of any form when none has it, so that a token is always there.
http::Pairs hidden_fields(std::string const& page, std::string const& action) {
    http::Pairs fields;
    static std::regex const hidden(R"re(<input type="hidden" name="([^"]*)" value="([^"]*)">)re");
    auto const path = action.substr(0, action.find('?'));
    auto start = page.find("action=\"" + action + "\"");
    if (start == std::string::npos) start = page.find("action=\"" + path + "\"");
    bool const found = start != std::string::npos;
    if (!found) start = page.find("<form");
    if (start == std::string::npos) return fields;
    auto const part = page.substr(start, page.find("</form>", start) - start);
    for (std::sregex_iterator at(part.begin(), part.end(), hidden), end; at != end; ++at)
        if (found || (*at)[1] == "csrf-token") fields.add(decoded((*at)[1]), decoded((*at)[2]));
    return fields;
}

}  // namespace

TestWeb::TestWeb(TestSite& site) : TestWeb(site.services()) {}

TestWeb::TestWeb(usecases::Services& services)
    : web_site_(services, pages::all_routes(),
                {.diagnostics = true,
                 .changes_per_minute = 100'000,
                 .sign_ins_per_minute = 100'000,
                 .links_per_minute = 100'000}) {}

TestWeb::TestWeb(TestSite& site, web::SiteOptions options)
    : web_site_(site.services(), pages::all_routes(), options) {}

http::Response TestBrowser::send(http::Method method, std::string const& address, http::Pairs form) {
    http::Request request;
    request.method = method;
    auto const question = address.find('?');
    request.path = address.substr(0, question);
    if (question != std::string::npos) request.query = http::parse_form(address.substr(question + 1));
    if (request.path.starts_with("/cy/") || request.path == "/cy") {
        request.language = http::Language::welsh;
        request.path = request.path == "/cy" ? "/" : request.path.substr(3);
    }
    request.cookies = cookies_;
    request.form = std::move(form);
    request.files = std::move(files_);
    files_.clear();
    request.headers = headers_;
    request.client_address = client_address_;
    auto response = web_.site().handle(request);
    for (auto const& cookie : response.cookies) {
        if (cookie.max_age == 0)
            cookies_.remove(cookie.name);
        else
            cookies_.set(cookie.name, cookie.value);
    }
    if (response.body.find("<form") != std::string::npos) last_page_ = response.body;
    return response;
}

http::Response TestBrowser::get(std::string const& address) { return send(http::Method::get, address, {}); }

http::Response TestBrowser::post(std::string const& address, http::Pairs fields) {
    for (auto const& [name, value] : hidden_fields(last_page_, address))
        if (!fields.has(name)) fields.add(name, value);
    return send(http::Method::post, address, std::move(fields));
}

http::Response TestBrowser::post_raw(std::string const& address, http::Pairs fields) {
    return send(http::Method::post, address, std::move(fields));
}

http::Response TestBrowser::follow(http::Response const& response) {
    auto const location = location_of(response);
    return location.empty() ? response : get(location);
}

void TestBrowser::sign_in(domain::accounts::Account const& account, std::string_view password) {
    get("/staff/sign-in");
    http::Pairs fields;
    fields.add("email", account.email);
    fields.add("password", std::string(password));
    auto const response = post("/staff/sign-in", fields);
    ASSERT_EQ(response.status, 303) << text_of(response);
}

void TestBrowser::attach(std::string field, std::string filename, std::string const& content) {
    // Beside the folders of test sites: the vault moves what it takes, which works on one disk only.
    auto const path =
        TemporaryFolder().path().parent_path() / ("doorstep-upload-" + gateways::random_token());
    std::ofstream(path, std::ios::binary) << content;
    files_.push_back({.field = std::move(field),
                      .filename = std::move(filename),
                      .declared_type = "application/octet-stream",
                      .path = path,
                      .size = content.size(),
                      .sha256 = text::sha256_hex(content)});
}

std::string text_of(http::Response const& response) {
    static std::regex const scripts(R"re(<(script|style)[\s\S]*?</\1>)re");
    static std::regex const tags("<[^>]*>");
    static std::regex const space("\\s+");
    auto text = std::regex_replace(response.body, scripts, " ");
    text = std::regex_replace(text, tags, " ");
    return decoded(std::regex_replace(text, space, " "));
}

std::string location_of(http::Response const& response) {
    for (auto const& [name, value] : response.headers)
        if (name == "Location") return value;
    return "";
}

}  // namespace doorstep::test
