// Shows a nudge and opens the page that it leads to. A plain script: any worker takes it in, as a module or not.
self.addEventListener("push", (event) => {
  const { text, icon, tag, address } = event.data.json();
  event.waitUntil(self.registration.showNotification(text, { icon, tag, data: address }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data));
});
