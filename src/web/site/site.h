#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "api/service.h"
#include "http/rate_limit.h"
#include "pages/visit.h"
#include "usecases/services.h"
#include "web/server.h"
#include "web/site/metrics.h"
#include "web/site/visitor.h"
#include "web/static_files.h"

/// Between the server and the pages: finds the route, knows who is asking, refuses forged and forbidden
/// requests, turns what went wrong into pages, and puts the security headers on everything.
namespace doorstep::web {

struct SiteOptions {
    /// Adds `Server-Timing: db;desc="7"` (statements) to every page. For measuring; never on a real site.
    bool diagnostics = false;
    /// Requests that change something, from one address within a minute.
    int changes_per_minute = 120;
    /// Tries to sign in, from one address within a minute.
    int sign_ins_per_minute = 20;
    /// Visits by links with a secret of their own, from one address within a minute: nobody guesses one, and
    /// nobody tries for long.
    int links_per_minute = 120;
    api::Limits api;
};

class Site : public Application {
  public:
    Site(usecases::Services& services, pages::Routes routes, SiteOptions options = {});

    BodyPolicy policy(http::Method method, std::string_view path) const override;
    http::Response handle(http::Request& request) override;
    http::Response error(int status, std::string_view path) override;
    void served(Served const& served) override;

    pages::Routes const& routes() const { return routes_; }
    /// For /metrics: counts the server keeps.
    void watch(Server const& server) { server_ = &server; }

  private:
    http::Response answer(http::Request& request);
    /// Of a failure that may be over in a moment.
    http::Response try_again_soon(std::string_view path);
    http::Response unknown_address(http::Request& request, http::PathTable::Match const& match);
    /// E9 with the landlord's telephone number where the database can still be read; else the bare page.
    http::Response sorry(http::Request& request, std::string_view reference);
    http::Response answer_route(http::Request& request, pages::Route const& route);
    http::Response answer_visit(usecases::Context& context, http::Request& request, pages::Route const& route,
                                Visitor const& visitor);
    http::Response too_many(pages::Visit& visit);
    /// The answer when the form is not to be taken; takes what is the site's own out of it.
    std::optional<http::Response> check_form(pages::Visit& visit, pages::Route const& route,
                                             Visitor const& visitor);
    /// The form was filled in under a session that has ended: it is kept until its writer has signed in
    /// again.
    http::Response take_late_form(pages::Visit& visit, pages::Route const& route,
                                  std::optional<AccountId> writer, Visitor const& visitor);
    /// Where somebody goes back to after signing in: this address, or the start when it only takes forms.
    std::string page_of(http::Request const& request) const;
    http::Response health();
    http::Response brand_style_sheet();
    http::Response metrics_page();

    usecases::Services& services_;
    pages::Routes routes_;
    http::PathTable paths_;
    api::Service api_;
    StaticFiles files_;
    SiteOptions options_;
    Metrics metrics_;
    http::RateLimit changes_;
    http::RateLimit sign_ins_;
    http::RateLimit links_;
    Server const* server_ = nullptr;
};

}  // namespace doorstep::web
