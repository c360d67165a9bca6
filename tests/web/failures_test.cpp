#include <gtest/gtest.h>

#include "base/failure.h"
#include "storage/sql/database.h"
#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

/// What somebody is told when `failing` stops the page they asked for.
http::Response answer_when(std::function<void()> const& failing) {
    TestSite site;
    pages::Routes routes;
    routes.push_back({http::Method::get, "/failing", http::Access::everyone(), [&](pages::Visit&) {
                          failing();
                          return http::Response();
                      }});
    web::Site web(site.services(), std::move(routes));
    http::Request request;
    request.path = "/failing";
    return web.handle(request);
}

TEST(AFailure, to_know_whether_a_change_was_saved_says_to_look_before_trying_again) {
    auto const answer = answer_when(
        [] { throw storage::sql::UncertainCommit(FailureKind::unavailable, "the connection broke"); });
    EXPECT_EQ(answer.status, 503);
    EXPECT_NE(text_of(answer).find("Look before you try again"), std::string::npos) << text_of(answer);
    EXPECT_EQ(answer.headers.end(),
              std::find_if(answer.headers.begin(), answer.headers.end(),
                           [](auto const& header) { return header.first == "Retry-After"; }));
}

TEST(AFailure, of_the_environment_says_to_come_back_later) {
    auto const answer = answer_when([] { throw Failure(FailureKind::unavailable, "the database is away"); });
    EXPECT_EQ(answer.status, 503);
    EXPECT_NE(answer.body.find("the service is unavailable"), std::string::npos);
    EXPECT_EQ(answer.body.find("the database is away"), std::string::npos);
}

TEST(AFailure, of_ours_says_so_with_a_reference_and_no_more) {
    auto const answer = answer_when([] { throw std::logic_error("a secret of the program"); });
    EXPECT_EQ(answer.status, 500);
    EXPECT_NE(answer.body.find("problem with the service"), std::string::npos);
    EXPECT_NE(answer.body.find("reference"), std::string::npos);
    EXPECT_EQ(answer.body.find("a secret"), std::string::npos);
}

}  // namespace
}  // namespace doorstep::test
