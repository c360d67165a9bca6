#pragma once

#include <boost/json.hpp>
#include <string>

#include "domain/access/scope.h"
#include "support/web/test_browser.h"

/// A program that calls the API: a token, JSON in and out, no cookies.
namespace doorstep::test {

class TestProgram {
  public:
    /// With a token of this account.
    TestProgram(TestWeb& web, TestSite& site, domain::accounts::Account const& account,
                domain::access::Scopes scopes = domain::access::Scopes::every());
    /// Without one.
    explicit TestProgram(TestWeb& web) : web_(web) {}

    http::Response get(std::string const& address) { return send(http::Method::get, address, ""); }
    /// A new Idempotency-Key each time, unless a header is set.
    http::Response post(std::string const& address, std::string const& body);
    http::Response patch(std::string const& address, std::string const& body) {
        return send(http::Method::patch, address, body);
    }
    http::Response send(http::Method method, std::string const& address, std::string const& body);

    /// For the calls that follow; an empty value takes it away.
    void set_header(std::string const& name, std::string const& value);
    std::string const& token() const { return token_; }
    void set_token(std::string token) { token_ = std::move(token); }

  private:
    TestWeb& web_;
    std::string token_;
    http::Pairs headers_;
    int keys_made_ = 0;
};

boost::json::object json_of(http::Response const& response);
/// Member `code` of a problem; empty when the response is none.
std::string problem_code(http::Response const& response);

}  // namespace doorstep::test
