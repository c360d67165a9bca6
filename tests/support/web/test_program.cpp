#include "support/web/test_program.h"

#include <gtest/gtest.h>

#include "usecases/accounts/api_tokens.h"

namespace doorstep::test {

TestProgram::TestProgram(TestWeb& web, TestSite& site, domain::accounts::Account const& account,
                         domain::access::Scopes scopes)
    : web_(web) {
    usecases::accounts::MakeToken input{.name = "A program", .scopes = {}, .days = {}, .password = ""};
    for (auto const& scope : all_of<domain::access::Scope>())
        if (scopes.has(scope.value)) input.scopes.emplace_back(scope.name);
    auto context = site.as_system();
    auto const made = usecases::accounts::make_token_for(context, account, input);
    EXPECT_TRUE(made);
    if (made) token_ = made->token;
}

http::Response TestProgram::post(std::string const& address, std::string const& body) {
    bool const has_key = headers_.has("idempotency-key");
    if (!has_key) headers_.set("idempotency-key", "key-" + std::to_string(++keys_made_));
    auto response = send(http::Method::post, address, body);
    if (!has_key) headers_.remove("idempotency-key");
    return response;
}

http::Response TestProgram::send(http::Method method, std::string const& address, std::string const& body) {
    http::Request request;
    request.method = method;
    auto const question = address.find('?');
    request.path = address.substr(0, question);
    if (question != std::string::npos) request.query = http::parse_form(address.substr(question + 1));
    request.headers = headers_;
    if (!token_.empty()) request.headers.set("authorization", "Bearer " + token_);
    request.body = body;
    request.client_address = "192.0.2.7";
    return web_.site().handle(request);
}

void TestProgram::set_header(std::string const& name, std::string const& value) {
    headers_.remove(name);
    if (!value.empty()) headers_.add(name, value);
}

boost::json::object json_of(http::Response const& response) {
    boost::system::error_code error;
    auto const value = boost::json::parse(response.body, error);
    if (error || !value.is_object()) {
        ADD_FAILURE() << "not a JSON object: " << response.status << " " << response.body;
        return {};
    }
    return value.as_object();
}

std::string problem_code(http::Response const& response) {
    if (response.content_type != "application/problem+json") return "";
    return std::string(json_of(response).at("code").as_string());
}

}  // namespace doorstep::test
