#include <gtest/gtest.h>

#include "support/web/test_program.h"

namespace doorstep::test {
namespace {

using domain::access::Role;

class ApiCases : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account officer = site.account(Role::asb_officer);
    TestProgram program{web, site, officer};

    std::vector<std::string> references(http::Response const& response) {
        std::vector<std::string> all;
        auto const page = json_of(response);
        for (auto const& item : page.at("items").as_array())
            all.emplace_back(item.as_object().at("reference").as_string());
        return all;
    }
};

TEST_F(ApiCases, come_in_pages_with_a_link_to_the_next) {
    std::vector<std::string> expected;
    for (int n = 0; n < 5; ++n) expected.push_back(site.open_case({.owner = officer.id}).file.reference);
    std::sort(expected.begin(), expected.end());

    std::vector<std::string> walked;
    std::string address = "/api/v1/cases?limit=2";
    int pages = 0;
    while (!address.empty() && ++pages < 10) {
        auto const response = program.get(address);
        ASSERT_EQ(response.status, 200) << response.body;
        for (auto& reference : references(response)) walked.push_back(std::move(reference));
        auto const link = response.header("Link");
        EXPECT_EQ(json_of(response).at("next").is_null(), !link);
        address = link ? std::string(link->substr(1, link->find('>') - 1)) : "";
    }
    EXPECT_EQ(walked, expected);
    EXPECT_EQ(pages, 3);
}

TEST_F(ApiCases, are_narrowed_down_and_a_wrong_parameter_is_refused) {
    auto const own = site.open_case({.owner = officer.id});
    site.open_case({});
    EXPECT_EQ(references(program.get("/api/v1/cases?owner=me")),
              std::vector<std::string>{own.file.reference});
    EXPECT_EQ(problem_code(program.get("/api/v1/cases?stage=sleeping")), "bad-parameter");
    EXPECT_EQ(problem_code(program.get("/api/v1/cases?limit=0")), "bad-parameter");
    EXPECT_EQ(problem_code(program.get("/api/v1/cases?limit=101")), "bad-parameter");
    EXPECT_EQ(problem_code(program.get("/api/v1/cases?colour=red")), "unknown-parameter");
    EXPECT_EQ(program.get("/api/v1/cases?colour=red").status, 400);
}

TEST_F(ApiCases, that_are_restricted_are_in_no_list_and_at_no_address) {
    auto const hidden = site.open_case({.restricted = true});
    EXPECT_TRUE(references(program.get("/api/v1/cases")).empty());
    EXPECT_EQ(program.get("/api/v1/cases/" + hidden.file.reference).status, 404);
}

TEST_F(ApiCases, have_an_etag_by_which_nothing_is_sent_twice) {
    auto const made = site.open_case({.owner = officer.id});
    auto const address = "/api/v1/cases/" + made.file.reference;
    auto const first = program.get(address);
    ASSERT_EQ(first.status, 200);
    auto const etag = std::string(*first.header("ETag"));
    EXPECT_TRUE(etag.starts_with("\"2.")) << etag;
    EXPECT_EQ(json_of(first).at("owner").as_string(), std::string_view(officer.name));

    program.set_header("if-none-match", etag);
    auto const second = program.get(address);
    EXPECT_EQ(second.status, 304);
    EXPECT_TRUE(second.body.empty());
    EXPECT_EQ(second.header("ETag"), etag);
}

TEST_F(ApiCases, that_are_not_there_are_a_problem_and_not_a_page) {
    auto const response = program.get("/api/v1/cases/ASB-26-99999");
    EXPECT_EQ(response.status, 404);
    EXPECT_EQ(response.content_type, "application/problem+json");
    EXPECT_EQ(problem_code(response), "case-not-found");
}

TEST(ApiAddresses, that_are_not_there_and_methods_that_are_not_taken_are_problems) {
    TestSite site;
    TestWeb web(site);
    TestProgram program(web);
    EXPECT_EQ(problem_code(program.get("/api/v1/nothing")), "not-found");
    auto const response = program.send(http::Method::delete_, "/api/v1/cases", "");
    EXPECT_EQ(response.status, 405);
    EXPECT_EQ(response.header("Allow"), "GET");
    EXPECT_EQ(problem_code(response), "method-not-allowed");
    EXPECT_TRUE(response.cookies.empty());
}

TEST(ApiErrors, of_the_server_itself_are_problems_for_programs_and_pages_for_people) {
    TestSite site;
    TestWeb web(site);
    EXPECT_EQ(web.site().error(413, "/api/v1/cases").content_type, "application/problem+json");
    EXPECT_EQ(web.site().error(413, "/cases").content_type, "text/html; charset=utf-8");
    EXPECT_EQ(web.site().policy(http::Method::get, "/api/v1/cases").body, http::Body::none);
    EXPECT_EQ(web.site().policy(http::Method::post, "/api/v1/nothing").body, http::Body::json);
}

TEST(ApiDocument, is_for_everyone_and_names_every_route) {
    TestSite site;
    TestWeb web(site);
    TestProgram program(web);
    auto const response = program.get("/api/v1/openapi.json");
    EXPECT_EQ(response.status, 200);
    auto const document = json_of(response);
    EXPECT_EQ(document.at("openapi").as_string(), "3.1.0");
    EXPECT_TRUE(document.at("paths").as_object().contains("/api/v1/cases/{reference}"));
}

}  // namespace
}  // namespace doorstep::test
