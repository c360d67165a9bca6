#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/web/test_browser.h"

namespace doorstep::test {

/// Somebody who walks through the pages of legal action, on one open case.
class OrderWalk : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account officer = site.account(domain::access::Role::asb_officer, "Dana Okafor");
    domain::accounts::Account manager = site.account(domain::access::Role::asb_manager, "Marta Lindqvist");
    TestSite::MadeCase made = site.open_case({.owner = officer.id, .raised_on = site.today().plus_days(-30)});
    TestBrowser browser{web};
    std::string orders = "/cases/" + made.file.reference + "/orders";

    void SetUp() override { browser.sign_in(officer); }

    static void put_date(http::Pairs& fields, std::string_view name, Date date) {
        forms::detail::fill_date(fields, name, date);
    }
    http::Response post_form(std::string const& address, http::Pairs const& fields) {
        browser.get(address);
        return browser.post(address, fields);
    }
    std::string start(std::string const& kind, std::string const& body) {
        http::Pairs fields;
        fields.set("body", body);
        fields.set("place", "Flat 3, Acre Court");
        fields.set("why", "Threats every night");
        auto const response = post_form(orders + "/new?kind=" + kind, fields);
        EXPECT_EQ(response.status, 303) << text_of(response);
        return location_of(response);
    }
    void pass(std::string const& action, std::vector<std::string> const& steps) {
        for (auto const& step : steps) {
            http::Pairs fields;
            put_date(fields, "done-on", site.today());
            fields.set("with-whom", "Police and council");
            fields.set("what", "Decided to go ahead");
            auto const response = post_form(action + "/steps/" + step, fields);
            EXPECT_EQ(response.status, 303) << step << ": " << text_of(response);
        }
    }
    std::string order_link(std::string const& page) {
        auto const start = "/cases/" + made.file.reference + "/made/";
        auto const from = page.find(start);
        constexpr std::size_t id_length = 36;
        return from == std::string::npos ? "" : page.substr(from, start.size() + id_length);
    }
    /// A partial closure order, made today.
    std::string closed() {
        auto const action = start("closure", "police");
        pass(action,
             {"measures-meeting", "homelessness", "destination", "cuckooing", "fairness", "consultation"});
        http::Pairs hearing;
        hearing.set("purpose", "application");
        hearing.set("court", "Northgate Magistrates’ Court");
        put_date(hearing, "on", site.today());
        hearing.set("time", "10am");
        EXPECT_EQ(post_form(action + "/hearings/new", hearing).status, 303);
        http::Pairs order;
        order.set("scope", "partial");
        order.set("court", "Northgate Magistrates’ Court");
        put_date(order, "made-on", site.today());
        put_date(order, "until-on", site.today().plus_months(3).plus_days(-1));
        auto const saved = post_form(action + "/order?form=final", order);
        EXPECT_EQ(saved.status, 303) << text_of(saved);
        return order_link(browser.follow(saved).body);
    }
    void list_hearing(std::string const& action, Date on, std::string const& time = "10am") {
        http::Pairs hearing;
        hearing.set("purpose", "application");
        hearing.set("court", "Northgate County Court");
        put_date(hearing, "on", on);
        hearing.set("time", time);
        auto const response = post_form(action + "/hearings/new", hearing);
        EXPECT_EQ(response.status, 303) << text_of(response);
    }
};

}  // namespace doorstep::test
