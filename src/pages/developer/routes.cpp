#include "pages/developer/routes.h"

#include "pages/developer/component_gallery.h"

namespace doorstep::pages::developer {
namespace {

http::Response show_components(Visit& visit) {
    Page page;
    page.title = "Components";
    page.body = component_gallery(visit.language());
    return visit.page(std::move(page));
}

}  // namespace

void add_routes(Routes& routes) {
    routes.push_back({http::Method::get, "/developer/components", http::Access::everyone(), show_components});
}

}  // namespace doorstep::pages::developer
