import { holdConversations } from "./hold-conversations.ts";

holdConversations("The app");
